package io.tamnas.worker.intake;

import io.tamnas.worker.attempt.AttemptLife;
import io.tamnas.worker.task.TaskRunner;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the intake for the runners that the worker has. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

  @Bean
  Intake intake(List<TaskRunner> runners, AttemptLife life) {
    return new Intake(runners, life);
  }
}
