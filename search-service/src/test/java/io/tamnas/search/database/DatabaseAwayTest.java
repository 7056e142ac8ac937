package io.tamnas.search.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.hibernate.HibernateException;
import org.hibernate.TransactionException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.transaction.CannotCreateTransactionException;

class DatabaseAwayTest {

  @Test
  void isToldByWhatALaterTryMayNotMeet() {
    assertThat(DatabaseAway.isToldBy(new DataAccessResourceFailureException("no connection")))
        .isTrue();
    assertThat(DatabaseAway.isToldBy(new CannotCreateTransactionException("none"))).isTrue();
    assertThat(DatabaseAway.isToldBy(new PessimisticLockingFailureException("busy"))).isTrue();
  }

  @Test
  void isToldByATransactionWhoseConnectionIsLost() {
    assertThat(
            DatabaseAway.isToldBy(
                new JpaSystemException(
                    new TransactionException("Unable to rollback against JDBC Connection"))))
        .isTrue();
  }

  @Test
  void isNotToldByWhatTheServiceDidWrong() {
    assertThat(DatabaseAway.isToldBy(new JpaSystemException(new HibernateException("mapping"))))
        .isFalse();
    assertThat(DatabaseAway.isToldBy(new DataIntegrityViolationException("unique"))).isFalse();
    assertThat(DatabaseAway.isToldBy(new IllegalStateException("no"))).isFalse();
  }
}
