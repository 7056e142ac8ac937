package io.tamnas.search.specification;

/**
 * Finalists learn from a robust teacher's soft labels in place of the true ones (RSLAD: Zi et al.
 * 2021, arXiv 2108.07969).
 *
 * @param cleanWeight α: the weight of the loss on clean images; that on crafted ones has 1 − α
 */
public record DistillationSettings(TeacherSettings teacher, double cleanWeight) {}
