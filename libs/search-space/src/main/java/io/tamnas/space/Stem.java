package io.tamnas.space;

/** The first convolution, 3×3: its output channels and its stride. */
public record Stem(int width, int stride) {}
