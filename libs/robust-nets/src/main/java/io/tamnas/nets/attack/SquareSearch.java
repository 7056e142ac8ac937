package io.tamnas.nets.attack;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.network.Classifier;
import io.tamnas.nets.random.NoiseStream;
import io.tamnas.nets.random.SplitMix;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The square attack on images side by side, each at a query of its own (Andriushchenko et al. 2020,
 * arXiv 1912.00049). Images leave when they are broken or have asked everything.
 */
final class SquareSearch {
  private final Classifier classifier;
  private final Attack.Square attack;
  private final NDManager manager;

  SquareSearch(Classifier classifier, Attack.Square attack, NDManager manager) {
    this.classifier = classifier;
    this.attack = attack;
    this.manager = manager;
  }

  /**
   * Attacks images that are classified correctly.
   *
   * @param numbers of the images in their data set
   * @param starts what is drawn in a run depends on its stream and the image's number
   */
  Breaches attack(Pixels images, int[] labels, int[] numbers, Starts starts) {
    Breaches breaches = new Breaches(images);
    for (int run = 0; run < attack.restarts(); run++) {
      int[] rows = breaches.standing();
      List<SquareWalk> walks =
          walks(images.rows(rows), Rows.pick(numbers, rows), starts.ofRun(run));
      search(SquareRound.first(rows, Rows.pick(labels, rows), walks, images.form()), breaches);
    }
    return breaches;
  }

  private List<SquareWalk> walks(Pixels clean, int[] numbers, NoiseStream stream) {
    Shape form = clean.form();
    SquareWalk.Planes planes =
        new SquareWalk.Planes(
            Math.toIntExact(form.get(0)),
            Math.toIntExact(form.get(1)),
            Math.toIntExact(form.get(2)));
    return IntStream.range(0, clean.count())
        .mapToObj(
            i -> new SquareWalk(clean.image(i), planes, attack.epsilon(), key(stream, numbers[i])))
        .toList();
  }

  private static long key(NoiseStream stream, int number) {
    return SplitMix.key(stream.origin(), "square attack", number);
  }

  private void search(SquareRound first, Breaches breaches) {
    SquareRound round = first;
    while (round.count() > 0) {
      float[] logits = round.batch().logits(classifier, manager);
      round = round.keep(Rows.where(round.hear(logits, attack.queries(), breaches)));
    }
  }
}
