package io.tamnas.search.finalist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.protocol.evaluation.MaskingSign;
import io.tamnas.search.job.Job;
import io.tamnas.search.job.JobState;
import io.tamnas.search.measurement.MaskingWarning;
import io.tamnas.search.specification.SearchJobSpecification;
import io.tamnas.search.specification.SpecificationParser;
import io.tamnas.search.specification.SpecificationReader;
import io.tamnas.space.Genotype;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ModelCardTest {

  private static final Locale USUAL = Locale.getDefault();
  private static final UUID JOB = new UUID(1, 2);

  @AfterEach
  void speakAsUsual() {
    Locale.setDefault(USUAL);
  }

  private static String card(MaskingWarning... ofTeacher) {
    return card(1, ofTeacher);
  }

  /** Made up finalists say that so many networks were validated as their number is. */
  private static String card(int validations, MaskingWarning... ofTeacher) {
    SearchJobSpecification specification =
        SpecificationReader.read(
            SpecificationParser.parse(
                "{\"dataset\":{\"name\":\"shapes\"},\"finalists\":{\"count\":1}}".getBytes(UTF_8)));
    FinalistView.Network network =
        MadeUpFinalists.network(
            MadeUpFinalists.measured(MadeUpFinalists.SELECTION),
            MadeUpFinalists.measured(MadeUpFinalists.AUTOATTACK),
            "a machine");
    return new ModelCard(
            new Job(JOB, JobState.SUCCEEDED, specification, "s".repeat(64), "d".repeat(64)),
            new StoredFinalist(
                JOB,
                1,
                new Genotype(MadeUpFinalists.GENOTYPE.genes()),
                Finalist.Reason.NAMED,
                specification.finalists().network(),
                Instant.EPOCH),
            MadeUpFinalists.finalist(
                validations,
                MadeUpFinalists.AUTOATTACK,
                MadeUpFinalists.teacher(1 / 6.0, ofTeacher),
                network),
            network)
        .text();
  }

  @Test
  void writesNumbersTheSameWayWhereverItIsWritten() {
    String usual = card();

    Locale.setDefault(Locale.GERMANY);

    assertThat(card()).isEqualTo(usual).contains("weight of clean images 0.167");
  }

  @Test
  void carriesTheWarningsOfTheTeachersNumbers() {
    assertThat(card(new MaskingWarning(MaskingSign.ZERO_GRADIENTS, "the gradient is zero")))
        .contains("by which its state was selected. **Warning:** the gradient is zero |");
    assertThat(card()).doesNotContain("**Warning:**");
  }

  @Test
  void tellsHowManyNetworksReadTheTestSplit() {
    assertThat(card(5))
        .contains(
            "one of 5 networks of its job that are validated there so far; where it was picked");
    assertThat(card(1)).contains("No other network of its job is validated there so far:");
  }

  @Test
  void tellsTheQuartilesOfTheTime() {
    assertThat(card())
        .contains(
            "| one image | 0.500 ms, quartiles 0.400 and 0.800 ms (median of 500 single images, on:"
                + " a machine) |");
  }
}
