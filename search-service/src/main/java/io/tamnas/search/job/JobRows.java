package io.tamnas.search.job;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The table of jobs. */
interface JobRows extends JpaRepository<JobRow, UUID> {

  /** The job, which nobody else changes until the transaction ends. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select j from JobRow j where j.id = :id")
  Optional<JobRow> lock(UUID id);

  /**
   * Waits until nobody claims tasks of the job either, and keeps claims away until the transaction
   * ends; taken before {@link #lock} by what ends or changes which of its tasks may run.
   */
  @Query(nativeQuery = true, value = "select id from search_job where id = :id for update")
  Optional<UUID> close(UUID id);

  Optional<JobRow> findByIdempotencyKey(String key);

  /** Jobs that came before the given number, newest first. */
  List<JobRow> findByNumberLessThanOrderByNumberDesc(long number, Limit limit);

  /** Jobs in the state, oldest first. */
  @Query("select j.id from JobRow j where j.state = :state order by j.number")
  List<UUID> idsIn(JobState state);
}
