package io.tamnas.search.finalist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tamnas.search.finalist.Finalist.Reason;
import io.tamnas.space.Genotype;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FinalistChoiceTest {

  /** Three members below 10 000 parameters, two below 100 000, one of 1 000 000. */
  private static final List<Candidate> FRONT =
      List.of(
          candidate(1, 1_000, 10),
          candidate(2, 2_000, 20),
          candidate(3, 4_000, 30),
          candidate(4, 20_000, 40),
          candidate(5, 50_000, 50),
          candidate(6, 1_000_000, 60));

  private static Candidate candidate(int gene, long parameters, int adversarialCorrect) {
    return new Candidate(genotype(gene), parameters, adversarialCorrect, 90);
  }

  private static Genotype genotype(int gene) {
    return new Genotype(List.of(gene));
  }

  private static Optional<Genotype> knee(int gene) {
    return Optional.of(genotype(gene));
  }

  private static Finalist finalist(int gene, Reason reason) {
    return new Finalist(genotype(gene), reason);
  }

  /** Three decades, one class each: members 3, 5 and 6 are the most robust of theirs. */
  @Test
  void takesTheMostRobustOfEachSize() {
    assertThat(FinalistChoice.of(FRONT, Optional.empty(), 3))
        .containsExactly(
            finalist(3, Reason.MOST_ROBUST_OF_SIZE),
            finalist(5, Reason.MOST_ROBUST_OF_SIZE),
            finalist(6, Reason.MOST_ROBUST_OF_SIZE));
  }

  @Test
  void alwaysTakesTheKnee() {
    assertThat(FinalistChoice.of(FRONT, knee(2), 4))
        .containsExactly(
            finalist(2, Reason.KNEE),
            finalist(3, Reason.MOST_ROBUST_OF_SIZE),
            finalist(5, Reason.MOST_ROBUST_OF_SIZE),
            finalist(6, Reason.MOST_ROBUST_OF_SIZE));
    assertThat(FinalistChoice.of(FRONT, knee(4), 1)).containsExactly(finalist(4, Reason.KNEE));
  }

  /** The knee is the most robust of the middle class, so a place is free: for the fullest class. */
  @Test
  void givesAFreePlaceToTheFullestClass() {
    assertThat(FinalistChoice.of(FRONT, knee(5), 4))
        .containsExactly(
            finalist(2, Reason.NEXT_MOST_ROBUST),
            finalist(3, Reason.MOST_ROBUST_OF_SIZE),
            finalist(5, Reason.KNEE),
            finalist(6, Reason.MOST_ROBUST_OF_SIZE));
  }

  /**
   * Five classes, each of a factor 1000^(1/5) = 3.98: 1 and 2; 3; 4 and 5; none; 6. Their most
   * robust are 2, 3, 5 and 6; of what is left, 1 and 4, the larger goes first.
   */
  @Test
  void givesAFreePlaceToLargerSubnetsWhereClassesAreEquallyFull() {
    assertThat(FinalistChoice.of(FRONT, Optional.empty(), 5))
        .containsExactly(
            finalist(2, Reason.MOST_ROBUST_OF_SIZE),
            finalist(3, Reason.MOST_ROBUST_OF_SIZE),
            finalist(4, Reason.NEXT_MOST_ROBUST),
            finalist(5, Reason.MOST_ROBUST_OF_SIZE),
            finalist(6, Reason.MOST_ROBUST_OF_SIZE));
  }

  @Test
  void takesAFrontWholeThatHasNoMoreThanAreWanted() {
    assertThat(FinalistChoice.of(FRONT, knee(2), 6))
        .hasSize(6)
        .extracting(Finalist::reason)
        .containsOnly(Reason.WHOLE_FRONT);
    assertThat(FinalistChoice.of(FRONT.subList(0, 1), knee(1), 3)).hasSize(1);
    assertThat(FinalistChoice.of(List.of(), Optional.empty(), 3)).isEmpty();
  }

  @Test
  void breaksTiesByAccuracyThenSizeThenGenotype() {
    List<Candidate> equal =
        List.of(
            new Candidate(genotype(4), 100, 50, 80),
            new Candidate(genotype(3), 100, 50, 80),
            new Candidate(genotype(2), 200, 50, 80),
            new Candidate(genotype(1), 50, 50, 70));

    assertThat(FinalistChoice.of(equal, Optional.empty(), 1))
        .containsExactly(finalist(3, Reason.MOST_ROBUST_OF_SIZE));
  }

  @Test
  void choosesAmongEquallyLargeOnes() {
    List<Candidate> equal = IntStream.range(0, 5).mapToObj(i -> candidate(i, 700, i)).toList();

    assertThat(FinalistChoice.of(equal, Optional.empty(), 3))
        .extracting(Finalist::genotype)
        .containsExactly(genotype(2), genotype(3), genotype(4));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 19})
  void findsAsManyAsAreWantedInAnyOrder(int wanted) {
    SplittableRandom random = new SplittableRandom(wanted);
    List<Candidate> front = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      front.add(candidate(i, 1_000 + random.nextInt(1_000_000), random.nextInt(50)));
    }
    List<Finalist> found = FinalistChoice.of(front, knee(7), wanted);

    Collections.shuffle(front, random);
    assertThat(FinalistChoice.of(front, knee(7), wanted)).isEqualTo(found).hasSize(wanted);
    assertThat(found).contains(finalist(7, Reason.KNEE));
  }

  @Test
  void refusesNoFinalistsAndAKneeOfAnotherFront() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FinalistChoice.of(FRONT, Optional.empty(), 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FinalistChoice.of(FRONT, knee(9), 2))
        .withMessageContaining("is not on the front");
  }
}
