package io.tamnas.worker.engine;

/** On what the engine shall compute. */
public enum EngineDevice {
  /** A GPU where there is one, else the CPU. */
  AUTO,
  CPU,
  /** A GPU; the worker does not start without one. */
  GPU
}
