package io.tamnas.nets.transfer;

import java.util.List;

/**
 * How many images each of several classifiers gets right when they were made adversarial against
 * each of them (transferability: Papernot et al. 2016, arXiv 1605.07277). Counts are over all
 * images: those that a source gets wrong as they are are shown to every target as they are.
 *
 * <p>The diagonal is what the attack leaves of the source itself. It equals the count of robust
 * images of a measurement with the same attack, images and seed, but for images whose two greatest
 * logits are as close as rounding: there a crafted image is judged once more, in a pass of another
 * size.
 *
 * @param images how many were crafted on each source
 * @param clean per classifier, how many it gets right as they are
 * @param correct per source, per target in the same order, how many of the source's images the
 *     target gets right
 */
public record TransferMatrix(int images, List<Integer> clean, List<List<Integer>> correct) {
  public TransferMatrix {
    clean = List.copyOf(clean);
    correct = correct.stream().map(List::copyOf).toList();
    int count = clean.size();
    if (count == 0 || correct.size() != count || !areOfSize(correct, count)) {
      throw new IllegalArgumentException(
          "a transfer matrix is square, a row per source and a column per target");
    }
    requireCounts(images, clean);
    for (List<Integer> row : correct) {
      requireCounts(images, row);
    }
  }

  private static boolean areOfSize(List<List<Integer>> rows, int size) {
    return rows.stream().allMatch(row -> row.size() == size);
  }

  private static void requireCounts(int images, List<Integer> counts) {
    if (counts.stream().anyMatch(count -> count < 0 || count > images)) {
      throw new IllegalArgumentException("counts are from 0 to " + images + ", not " + counts);
    }
  }
}
