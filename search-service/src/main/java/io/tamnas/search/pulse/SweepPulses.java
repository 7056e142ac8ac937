package io.tamnas.search.pulse;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.scheduling.support.ScheduledTaskObservationContext;
import org.springframework.stereotype.Component;

/** Tells when what is scheduled and {@link Watched} begins and ends. */
@Component
final class SweepPulses implements ObservationHandler<ScheduledTaskObservationContext> {

  private final Pulses pulses;

  SweepPulses(Pulses pulses) {
    this.pulses = pulses;
  }

  @Override
  public void onStart(ScheduledTaskObservationContext context) {
    pulses.began(name(context));
  }

  @Override
  public void onStop(ScheduledTaskObservationContext context) {
    pulses.ended(name(context));
  }

  @Override
  public boolean supportsContext(Observation.Context context) {
    return context instanceof ScheduledTaskObservationContext scheduled
        && AnnotatedElementUtils.hasAnnotation(scheduled.getMethod(), Watched.class);
  }

  private static String name(ScheduledTaskObservationContext context) {
    return context.getTargetClass().getSimpleName() + "." + context.getMethod().getName();
  }
}
