package io.tamnas.protocol.evaluation;

/**
 * How the latency of a subnet is measured: as an ONNX file, image by image, on one CPU thread of a
 * process that does nothing else. Part of a latency's identity: another value is another one.
 *
 * @param warmups classifications that do not count
 * @param runs those that count
 */
public record LatencyProtocol(int warmups, int runs) {}
