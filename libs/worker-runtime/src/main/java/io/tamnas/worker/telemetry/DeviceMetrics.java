package io.tamnas.worker.telemetry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.tamnas.worker.engine.DeviceMemory;
import io.tamnas.worker.identity.WorkerDescription;
import io.tamnas.worker.identity.WorkerName;
import java.lang.management.MemoryUsage;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What the worker is, and what memory it uses: that of the process, in which tensors on the CPU lie
 * beside the heap, and that of the GPU, where it computes on one.
 */
@Component
final class DeviceMetrics implements MeterBinder {
  private final WorkerName worker;
  private final WorkerDescription description;
  private final ObjectProvider<DeviceMemory> devices;

  DeviceMetrics(
      WorkerName worker, WorkerDescription description, ObjectProvider<DeviceMemory> devices) {
    this.worker = worker;
    this.description = description;
    this.devices = devices;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("tamnas.worker.description", () -> 1)
        .tag("worker", worker.id())
        .tag("device", description.device())
        .tag("version", description.version())
        .register(meters);
    Gauge.builder("tamnas.worker.memory", this, _ -> number(ResidentMemory.now()))
        .baseUnit("bytes")
        .description("Memory of the process that is resident, heap and tensors together")
        .register(meters);
    devices.orderedStream().forEach(device -> bind(meters, device));
  }

  private static void bind(MeterRegistry meters, DeviceMemory device) {
    if (device.now().isPresent()) {
      bind(meters, device, "used", use -> (double) use.getUsed());
      bind(meters, device, "max", use -> (double) use.getMax());
    }
  }

  private static void bind(
      MeterRegistry meters,
      DeviceMemory device,
      String what,
      ToDoubleFunction<MemoryUsage> number) {
    Gauge.builder(
            "tamnas.worker.gpu.memory",
            device,
            each -> each.now().map(use -> number.applyAsDouble(use)).orElse(Double.NaN))
        .baseUnit("bytes")
        .description("Memory of the GPU, of all processes that use it")
        .tag("state", what)
        .register(meters);
  }

  private static double number(OptionalLong bytes) {
    return bytes.isPresent() ? (double) bytes.getAsLong() : Double.NaN;
  }
}
