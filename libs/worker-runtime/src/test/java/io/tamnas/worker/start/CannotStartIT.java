package io.tamnas.worker.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tamnas.worker.WorkerRuntime;
import io.tamnas.worker.fake.FakeRunner;
import io.tamnas.worker.identity.WorkerDescription;
import io.tamnas.worker.task.TaskRunner;
import io.tamnas.worker.task.TaskRunner.Interruption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Workers that are configured wrongly say so and do not start. */
@ExtendWith(OutputCaptureExtension.class)
class CannotStartIT {
  @TempDir Path folder;

  /** Not annotated as a configuration, so that no worker finds it by scanning. */
  @EnableAutoConfiguration
  @Import(WorkerRuntime.class)
  static class FakeWorker {
    @Bean
    TaskRunner runner() {
      return FakeRunner.endless(Interruption.AT_ONCE);
    }

    @Bean
    WorkerDescription description() {
      return new WorkerDescription("cpu", "1.0", "bits");
    }
  }

  @Test
  void saysThatTheTokenIsMissing(CapturedOutput output) {
    assertThatThrownBy(() -> start("--tamnas.data.root=" + folder));

    assertThat(output).contains("tamnas.token (environment: TAMNAS_TOKEN) is not set");
    assertThat(output).doesNotContain("\tat ");
  }

  @Test
  void saysThatTheDataRootIsMissing(CapturedOutput output) {
    assertThatThrownBy(
        () -> start("--tamnas.token=secret", "--tamnas.data.root=" + folder.resolve("nowhere")));

    assertThat(output).contains("nowhere is not a directory that can be read");
    assertThat(output).doesNotContain("\tat ");
  }

  private void start(String... settings) {
    new SpringApplicationBuilder(FakeWorker.class)
        .registerShutdownHook(false)
        .properties(
            "spring.config.import=classpath:worker.yaml",
            "server.port=0",
            "tamnas.work.directory=" + folder.resolve("work"))
        .run(settings)
        .close();
  }
}
