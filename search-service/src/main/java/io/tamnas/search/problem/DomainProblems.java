package io.tamnas.search.problem;

import static java.util.Map.entry;

import io.tamnas.search.artifact.ArtifactDamaged;
import io.tamnas.search.artifact.ArtifactLeaving;
import io.tamnas.search.artifact.ArtifactTooLarge;
import io.tamnas.search.artifact.DigestMismatch;
import io.tamnas.search.artifact.StoreFull;
import io.tamnas.search.artifact.StoreUnavailable;
import io.tamnas.search.artifact.UnknownArtifact;
import io.tamnas.search.database.DatabaseAway;
import io.tamnas.search.finalist.NotExported;
import io.tamnas.search.finalist.NotSearched;
import io.tamnas.search.finalist.UnknownFinalist;
import io.tamnas.search.job.AlreadyEnded;
import io.tamnas.search.job.ConditionFailed;
import io.tamnas.search.job.ConditionMissing;
import io.tamnas.search.job.IdempotencyKeyReused;
import io.tamnas.search.job.IllegalTransition;
import io.tamnas.search.job.InvalidParameter;
import io.tamnas.search.job.NoSupernet;
import io.tamnas.search.job.NotPaused;
import io.tamnas.search.job.UnknownGeneration;
import io.tamnas.search.job.UnknownJob;
import io.tamnas.search.reevaluation.EmptyFront;
import io.tamnas.search.reevaluation.NotRanked;
import io.tamnas.search.reevaluation.NothingToRetry;
import io.tamnas.search.reevaluation.UnknownReevaluation;
import io.tamnas.search.specification.InvalidSpecification;
import io.tamnas.search.specification.MalformedSpecification;
import io.tamnas.search.specification.SpecificationTooLarge;
import io.tamnas.search.task.ConflictingResult;
import io.tamnas.search.task.StaleAttempt;
import io.tamnas.search.task.UnknownTask;
import io.tamnas.search.task.UnusableResult;
import io.tamnas.search.transfer.FrontTooSmall;
import io.tamnas.search.transfer.NotMeasured;
import io.tamnas.search.transfer.UnknownMatrix;
import io.tamnas.search.worker.InvalidRegistration;
import io.tamnas.search.worker.UnknownWorker;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;

/**
 * The one place that knows which exception is which problem. An exception of the domain belongs
 * into the table; its message is the detail, written for those who use the API.
 */
final class DomainProblems {

  private static final Map<Class<? extends Exception>, ProblemType> TYPES =
      Map.ofEntries(
          entry(AlreadyEnded.class, ProblemType.CONFLICT),
          entry(ConditionFailed.class, ProblemType.PRECONDITION_FAILED),
          entry(ConditionMissing.class, ProblemType.PRECONDITION_REQUIRED),
          entry(NotPaused.class, ProblemType.CONFLICT),
          entry(IllegalTransition.class, ProblemType.CONFLICT),
          entry(UnknownJob.class, ProblemType.NOT_FOUND),
          entry(UnknownGeneration.class, ProblemType.NOT_FOUND),
          entry(NoSupernet.class, ProblemType.NO_SUPERNET),
          entry(FrontTooSmall.class, ProblemType.CONFLICT),
          entry(NotMeasured.class, ProblemType.CONFLICT),
          entry(UnknownMatrix.class, ProblemType.NOT_FOUND),
          entry(EmptyFront.class, ProblemType.CONFLICT),
          entry(NotRanked.class, ProblemType.CONFLICT),
          entry(NothingToRetry.class, ProblemType.CONFLICT),
          entry(UnknownReevaluation.class, ProblemType.NOT_FOUND),
          entry(UnknownFinalist.class, ProblemType.NOT_FOUND),
          entry(NotExported.class, ProblemType.CONFLICT),
          entry(NotSearched.class, ProblemType.CONFLICT),
          entry(IdempotencyKeyReused.class, ProblemType.IDEMPOTENCY_KEY_REUSED),
          entry(InvalidParameter.class, ProblemType.INVALID_PARAMETER),
          entry(InvalidRegistration.class, ProblemType.INVALID_BODY),
          entry(UnknownWorker.class, ProblemType.NOT_FOUND),
          entry(UnknownTask.class, ProblemType.NOT_FOUND),
          entry(StaleAttempt.class, ProblemType.STALE_ATTEMPT),
          entry(ConflictingResult.class, ProblemType.CONFLICTING_RESULT),
          entry(UnusableResult.class, ProblemType.INVALID_BODY),
          entry(UnknownArtifact.class, ProblemType.NOT_FOUND),
          entry(DigestMismatch.class, ProblemType.DIGEST_MISMATCH),
          entry(ArtifactTooLarge.class, ProblemType.CONTENT_TOO_LARGE),
          entry(ArtifactDamaged.class, ProblemType.ARTIFACT_DAMAGED),
          entry(ArtifactLeaving.class, ProblemType.UNAVAILABLE),
          entry(StoreUnavailable.class, ProblemType.UNAVAILABLE),
          entry(StoreFull.class, ProblemType.STORE_FULL),
          entry(MalformedSpecification.class, ProblemType.MALFORMED_JSON),
          entry(SpecificationTooLarge.class, ProblemType.CONTENT_TOO_LARGE));

  private DomainProblems() {}

  /** The problem; empty where the exception is none that a client is meant to see. */
  static Optional<ProblemDetail> of(Exception exception) {
    ProblemType type = TYPES.get(exception.getClass());
    return type != null
        ? Optional.of(type.detail(String.valueOf(exception.getMessage())))
        : ofFamily(exception);
  }

  private static Optional<ProblemDetail> ofFamily(Exception exception) {
    return switch (exception) {
      case InvalidSpecification invalid -> Optional.of(violations(invalid));
      case AuthenticationException _ -> Optional.of(SecurityProblems.unauthorized());
      case AccessDeniedException _ -> Optional.of(SecurityProblems.forbidden());
      case Exception any when DatabaseAway.isToldBy(any) ->
          Optional.of(
              ProblemType.UNAVAILABLE.detail("The database does not answer now; try again."));
      default -> Optional.empty();
    };
  }

  private static ProblemDetail violations(InvalidSpecification invalid) {
    int count = invalid.violations().size();
    ProblemDetail problem =
        ProblemType.INVALID_SPECIFICATION.detail(
            count == 1 ? "There is 1 violation." : "There are " + count + " violations.");
    problem.setProperty("violations", invalid.violations());
    return problem;
  }
}
