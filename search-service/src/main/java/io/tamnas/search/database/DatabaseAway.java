package io.tamnas.search.database;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Which exceptions say that the database does not answer now, so that a later try may succeed. */
public final class DatabaseAway {

  private DatabaseAway() {}

  /**
   * Whether this one does. Where a connection is lost in the middle of a transaction, Hibernate
   * tells of the commit or the rollback that was not possible, and of nothing else.
   */
  public static boolean isToldBy(Throwable exception) {
    return switch (exception) {
      case TransientDataAccessException _,
          DataAccessResourceFailureException _,
          CannotCreateTransactionException _ ->
          true;
      case JpaSystemException system ->
          system.getCause() instanceof org.hibernate.TransactionException;
      default -> false;
    };
  }
}
