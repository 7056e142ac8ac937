package io.tamnas.nets.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.util.cuda.CudaUtils;
import java.lang.management.MemoryUsage;
import java.util.Optional;

/**
 * The tensor engine of this process. Configured once, before the first tensor: threads and device
 * change bits, so they are never chosen silently.
 */
public final class Engines {
  private static volatile Device chosen = Device.cpu();

  static {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
  }

  private Engines() {}

  /**
   * Fixes the number of threads within an operation and the device.
   *
   * @throws IllegalArgumentException where there is less than one thread
   * @throws IllegalStateException where a GPU is demanded and none is there
   */
  public static void configure(int threads, DeviceChoice choice) {
    if (threads < 1) {
      throw new IllegalArgumentException("the engine takes at least 1 thread, not " + threads);
    }
    Engine engine = engine();
    chosen = find(engine, choice);
    JniUtils.setNumThreads(threads);
  }

  private static Device find(Engine engine, DeviceChoice choice) {
    int gpus = engine.getGpuCount();
    return switch (choice) {
      case CPU -> Device.cpu();
      case AUTO -> gpus > 0 ? Device.gpu(0) : Device.cpu();
      case GPU -> {
        if (gpus == 0) {
          throw new IllegalStateException(
              "device 'gpu' was asked for, but the engine sees no CUDA device. %s; 'cpu' and 'auto' work here"
                  .formatted(GpuSearch.here(engine).text()));
        }
        yield Device.gpu(0);
      }
    };
  }

  /** The device that tensors live on. */
  public static Device device() {
    return chosen;
  }

  /**
   * What is used of the memory of a GPU, by all processes; empty on the CPU, where tensors lie in
   * the memory of the process.
   */
  public static Optional<MemoryUsage> memory() {
    Device device = device();
    return device.isGpu() ? Optional.of(CudaUtils.getGpuMemory(device)) : Optional.empty();
  }

  /** A manager of tensors on {@link #device()}; whoever asked closes it. */
  public static NDManager newManager() {
    return engine().newBaseManager(device());
  }

  static Engine engine() {
    return Engine.getEngine("PyTorch");
  }
}
