package io.tamnas.benchmarks.results;

import io.tamnas.nets.training.TrainingRecipe;
import io.tamnas.space.Preset;
import io.tamnas.space.PresetWidth;

/**
 * One supernet of the tables.
 *
 * @param name of its folder, such as {@code source-largest}
 * @param difference from the base row, in words
 */
record Row(
    String name, String difference, Preset preset, PresetWidth width, TrainingRecipe recipe) {}
