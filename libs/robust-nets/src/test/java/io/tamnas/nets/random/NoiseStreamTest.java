package io.tamnas.nets.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoiseStreamTest {

  @Test
  void givesTheValuesOfTheFormula() {
    float[] noise = new float[3072];

    new NoiseStream(1_000_000_000L, 3072).fill(3, noise, 0);

    assertThat(noise).startsWith(0.76764554f, 0.7588349f, 0.61386627f, 0.12064409f);
  }

  @Test
  void givesAnImageTheSameNoiseInAnyBatch() {
    NoiseStream stream = NoiseStream.of(5, 0, 4);
    float[] alone = new float[4];
    float[] among = new float[8];

    stream.fill(7, alone, 0);
    stream.fill(6, among, 0);
    stream.fill(7, among, 4);

    assertThat(among).endsWith(alone);
  }

  @Test
  void givesEveryRunItsOwnNoise() {
    float[] first = new float[4];
    float[] second = new float[4];

    NoiseStream.of(5, 0, 4).fill(0, first, 0);
    NoiseStream.of(5, 1, 4).fill(0, second, 0);

    assertThat(second).isNotEqualTo(first);
  }
}
