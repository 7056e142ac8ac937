package io.tamnas.nets.export;

import java.util.OptionalLong;

/**
 * What running a file takes.
 *
 * @param fileBytes size of the file
 * @param peakMemoryBytes the most physical memory (VmHWM of Linux) that a Java process held which
 *     loaded ONNX Runtime and the file and classified; the virtual machine and mapped libraries
 *     count. Empty where the system does not tell
 */
public record Footprint(long fileBytes, Latency latency, OptionalLong peakMemoryBytes) {}
