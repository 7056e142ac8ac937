package io.tamnas.search.specification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.protocol.attack.Budget;
import io.tamnas.protocol.evaluation.EvaluationProtocol;
import io.tamnas.search.specification.ReevaluationSettings.Subnets;
import io.tamnas.space.Genotype;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReevaluationReaderTest {

  private static final SearchJobSpecification JOB =
      Specifications.read(
          """
          {'dataset':{'name':'shapes'},
           'evaluation':{'images':200,'batchSize':50,'recalibrationImages':300,
             'recalibrationBatch':60,'maskingImages':7,'seed':9,'attack':{'epsilon':'4/255'}}}
          """);
  private static final SearchJobSpecification OF_THREE_CLASSES =
      Specifications.read("{'dataset':{'name':'folder','folder':{'classes':3}}}");

  private static final String FIRST = "[0,0,0,0,0,0,0,0,0,0,0,0]";
  private static final String SECOND = "[3,0,0,0,0,0,0,0,0,0,0,9]";

  @Test
  void measuresAsTheJobButByTheStrongestAttack() {
    ReevaluationSettings settings = read("{'subnets':'front'}", JOB);

    assertThat(settings.subnets()).isEqualTo(new Subnets.OfFront());
    assertThat(settings.protocol())
        .isEqualTo(
            new EvaluationProtocol(
                new AttackSettings.AutoAttack(new Budget("4/255")), 200, 50, 300, 60, 7, 9));
  }

  @Test
  void takesApgdWhereAutoAttackIsNotDefined() {
    assertThat(read("{'subnets':'front'}", OF_THREE_CLASSES).protocol().attack())
        .isInstanceOf(AttackSettings.ApgdCe.class);
  }

  @Test
  void readsAProtocolOfItsOwn() {
    EvaluationProtocol protocol =
        read(
                """
                {'subnets':{'generation':2},'evaluation':{'images':512,'batchSize':64,
                  'recalibrationImages':128,'recalibrationBatch':32,'maskingImages':0,'seed':3,
                  'attack':{'method':'apgd-ce','epsilon':'12/255','restarts':5}}}
                """,
                JOB)
            .protocol();

    assertThat(protocol)
        .isEqualTo(
            new EvaluationProtocol(
                new AttackSettings.ApgdCe(new Budget("12/255"), 100, 5), 512, 64, 128, 32, 0, 3));
  }

  @Test
  void looksForMaskedGradientsWhereTheJobHadNone() {
    SearchJobSpecification job =
        Specifications.read(
            "{'dataset':{'name':'shapes'},'evaluation':{'attack':{'method':'square'}}}");

    assertThat(read("{'subnets':'front'}", job).protocol().maskingImages()).isEqualTo(32);
    assertThat(
            read("{'subnets':'front','evaluation':{'images':5}}", job).protocol().maskingImages())
        .isEqualTo(5);
  }

  @Test
  void keepsTheOrderOfNamedGenotypes() {
    assertThat(read("{'subnets':[@2,@1]}", JOB).subnets())
        .isEqualTo(
            new Subnets.Named(
                List.of(
                    new Genotype(List.of(3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9)),
                    new Genotype(List.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)))));
  }

  @Test
  void readsTheNumberOfAGeneration() {
    assertThat(read("{'subnets':{'generation':0}}", JOB).subnets())
        .isEqualTo(new Subnets.OfGeneration(0));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          []                                          | ``                    | must be an object, is a list
          {}                                          | /subnets              | is missing; must be "front", {"generation": n}, or a list of 1 to 1000 genotypes
          {'subnets':'fronts'}                        | /subnets              | is "fronts"
          {'subnets':[]}                              | /subnets              | must have between 1 and 1000 entries, has 0
          {'subnets':[@1,[0,0]]}                       | /subnets/1            | must have 12 entries, has 2
          {'subnets':[[4,0,0,0,0,0,0,0,0,0,0,0]]}     | /subnets/0/0          | must be a whole number between 0 and 3, is 4
          {'subnets':[@1,@2,@1]}                         | /subnets/2            | must differ from the others
          {'subnets':{}}                              | /subnets/generation   | is missing; must be a whole number between 0 and 5
          {'subnets':{'generation':6}}                | /subnets/generation   | between 0 and 5, is 6
          {'subnets':{'generation':1,'x':2}}          | /subnets/x            | is not known here
          {'subnets':'front','images':7}              | /images               | is not known here; known are "subnets", "evaluation"
          {'subnets':'front','evaluation':7}          | /evaluation           | must be an object, is 7
          {'subnets':'front','evaluation':{'split':'test'}}           | /evaluation/split               | is not known here
          {'subnets':'front','evaluation':{'latency':{}}}             | /evaluation/latency             | cannot be measured again
          {'subnets':'front','evaluation':{'images':513}}             | /evaluation/images              | must be at most 512, the validation images of the job, is 513
          {'subnets':'front','evaluation':{'recalibrationImages':3585}} | /evaluation/recalibrationImages | must be at most 3584, the training images of the job, is 3585
          {'subnets':'front','evaluation':{'maskingImages':201}}      | /evaluation/maskingImages       | must be at most 200, the measured images, is 201
          {'subnets':'front','evaluation':{'attack':{'epsilon':0}}}   | /evaluation/attack/epsilon      | must be a length of at least 0.00001
          {'subnets':'front','evaluation':{'attack':{'method':'x'}}}  | /evaluation/attack/method       | must be one of
          """)
  void saysWhatIsWrongAndWhere(String request, String pointer, String detail) {
    List<Violation> violations = violations(request, JOB);

    assertThat(violations).hasSize(1);
    assertThat(violations.getFirst().pointer()).isEqualTo(pointer);
    assertThat(violations.getFirst().detail()).contains(detail);
  }

  @Test
  void refusesAutoAttackBelowFourClasses() {
    List<Violation> violations =
        violations(
            "{'subnets':'front','evaluation':{'attack':{'method':'autoattack'}}}",
            OF_THREE_CLASSES);

    assertThat(violations).hasSize(1);
    assertThat(violations.getFirst().pointer()).isEqualTo("/evaluation/attack/method");
    assertThat(violations.getFirst().detail()).contains("4 classes apart", "the data set has 3");
  }

  @Test
  void saysEverythingAtOnce() {
    assertThat(
            violations(
                "{'subnets':[@1,[0],@1],'evaluation':{'images':513,'attack':{'epsilon':0}},'x':1}",
                JOB))
        .extracting(Violation::pointer)
        .containsExactly(
            "/subnets/1", "/subnets/2", "/evaluation/attack/epsilon", "/evaluation/images", "/x");
  }

  private static List<Violation> violations(String request, SearchJobSpecification job) {
    InvalidSpecification invalid =
        catchThrowableOfType(InvalidSpecification.class, () -> read(request, job));
    return invalid == null ? List.of() : invalid.violations();
  }

  private static ReevaluationSettings read(String request, SearchJobSpecification job) {
    String text = request.replace("@1", FIRST).replace("@2", SECOND).replace('\'', '"');
    return ReevaluationReader.read(SpecificationParser.parse(text.getBytes(UTF_8)), job);
  }
}
