package io.tamnas.evaluator.engine;

import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.engine.NumericEnvironment;
import io.tamnas.nets.export.LatencyMachine;
import io.tamnas.worker.engine.DeviceMemory;
import io.tamnas.worker.engine.EngineDevice;
import io.tamnas.worker.engine.EngineProperties;
import io.tamnas.worker.engine.ThreadWaiting;
import io.tamnas.worker.identity.WorkerDescription;
import io.tamnas.worker.start.CannotStartException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets the engine up before the worker registers. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

  @Bean
  WorkerDescription workerDescription(
      EngineProperties engine, ObjectProvider<BuildProperties> build) {
    System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(engine.effectiveThreads()));
    try {
      Engines.configure(engine.effectiveThreads(), choice(engine.device()));
    } catch (IllegalStateException unavailable) {
      throw new CannotStartException(
          "tamnas.engine.device: " + unavailable.getMessage(), unavailable);
    }
    if (Engines.device().isGpu()) {
      return description("gpu", build);
    }
    ThreadWaiting.warnIfBusy(System.getenv());
    return description("cpu", build);
  }

  /** Of the device that was chosen with the description. */
  @Bean
  DeviceMemory deviceMemory(WorkerDescription chosen) {
    return Engines::memory;
  }

  private static WorkerDescription description(
      String device, ObjectProvider<BuildProperties> build) {
    BuildProperties built = build.getIfAvailable();
    String version = built == null ? null : built.getVersion();
    return new WorkerDescription(
        device,
        Objects.requireNonNullElse(version, "unknown"),
        NumericEnvironment.describe(),
        Optional.of(LatencyMachine.describe()));
  }

  private static DeviceChoice choice(EngineDevice device) {
    return switch (device) {
      case AUTO -> DeviceChoice.AUTO;
      case CPU -> DeviceChoice.CPU;
      case GPU -> DeviceChoice.GPU;
    };
  }
}
