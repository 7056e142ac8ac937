package io.tamnas.search.specification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.protocol.attack.Budget;
import io.tamnas.protocol.attack.Start;
import io.tamnas.search.specification.TransferRequest.Subnets;
import io.tamnas.space.Genotype;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransferReaderTest {

  private static final SearchJobSpecification JOB =
      Specifications.read(
          "{'dataset':{'name':'shapes'},'evaluation':{'maskingImages':0,'attack':{'epsilon':'4/255'}}}");
  private static final SearchJobSpecification OF_SEVERAL_RUNS =
      Specifications.read("{'dataset':{'name':'shapes'},'evaluation':{'attack':{'restarts':3}}}");

  private static final String FIRST = "[0,0,0,0,0,0,0,0,0,0,0,0]";
  private static final String SECOND = "[3,0,0,0,0,0,0,0,0,0,0,9]";

  @Test
  void takesWhatIsLeftOutFromTheJob() {
    TransferRequest request = read("{'subnets':'front'}", JOB);

    assertThat(request.subnets()).isEqualTo(new Subnets.OfFront());
    assertThat(request.protocol()).isEqualTo(JOB.evaluation());
  }

  @Test
  void readsGenotypesImagesAndAnAttackOfItsOwn() {
    TransferRequest request =
        read(
            "{'subnets':[%s,%s],'images':100,'attack':{'method':'pgd','steps':3}}"
                .formatted(FIRST, SECOND),
            OF_SEVERAL_RUNS);

    assertThat(request.subnets())
        .isEqualTo(
            new Subnets.Named(
                List.of(
                    new Genotype(List.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
                    new Genotype(List.of(3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9)))));
    assertThat(request.protocol().images()).isEqualTo(100);
    assertThat(request.protocol().maskingImages()).isZero();
    assertThat(request.protocol().attack())
        .isEqualTo(
            new AttackSettings.Pgd(new Budget("8/255"), new Budget("2/255"), 3, 1, Start.RANDOM));
    assertThat(request.protocol().seed()).isEqualTo(JOB.evaluation().seed());
  }

  @Test
  void attacksWithinTheJobsBudgetByDefault() {
    AttackSettings attack =
        read("{'subnets':'front','attack':{'method':'fgsm'}}", JOB).protocol().attack();

    assertThat(attack).isEqualTo(new AttackSettings.Fgsm(new Budget("4/255")));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          []                                         | ``              | must be an object, is a list
          {}                                         | /subnets        | is missing; must be "front" or a list of 2 to 24 genotypes
          {'subnets':'fronts'}                       | /subnets        | must be "front" or a list of 2 to 24 genotypes, is "fronts"
          {'subnets':7}                              | /subnets        | is 7
          {'subnets':[A]}                            | /subnets        | must have between 2 and 24 entries, has 1
          {'subnets':[A,7]}                          | /subnets/1      | must be a list, is 7
          {'subnets':[A,[0,0]]}                      | /subnets/1      | must have 12 entries, has 2
          {'subnets':[A,[4,0,0,0,0,0,0,0,0,0,0,0]]}  | /subnets/1/0    | must be a whole number between 0 and 3, is 4
          {'subnets':[A,[0,0,0,0,0,0,0,0,0,0,0,10]]} | /subnets/1/11   | between 0 and 9, is 10
          {'subnets':[A,B,A]}                        | /subnets/2      | must differ from the others
          {'subnets':'front','images':0}             | /images         | between 1 and 512, is 0
          {'subnets':'front','images':513}           | /images         | between 1 and 512, is 513
          {'subnets':'front','attack':'pgd'}         | /attack         | must be an object, is "pgd"
          {'subnets':'front','attack':{'method':'x'}}             | /attack/method  | must be one of
          {'subnets':'front','attack':{'steps':0}}                | /attack/steps   | is 0
          {'subnets':'front','attack':{'method':'pgd','restarts':2}} | /attack      | must make a single run ("restarts": 1)
          {'subnets':'front','epsilon':1}            | /epsilon        | is not known here; known are "subnets", "attack", "images"
          """)
  void saysWhatIsWrongAndWhere(String request, String pointer, String detail) {
    List<Violation> violations = violations(request, JOB);

    assertThat(violations).hasSize(1);
    assertThat(violations.getFirst().pointer()).isEqualTo(pointer);
    assertThat(violations.getFirst().detail()).contains(detail);
  }

  @Test
  void saysEverythingAtOnce() {
    assertThat(violations("{'subnets':[A,[0]],'images':0,'attack':{'steps':0},'x':1}", JOB))
        .extracting(Violation::pointer)
        .containsExactly("/subnets/1", "/attack/steps", "/images", "/x");
  }

  @Test
  void asksForAnAttackWhereTheJobsHasNoFinalImage() {
    List<Violation> violations = violations("{'subnets':'front'}", OF_SEVERAL_RUNS);

    assertThat(violations).hasSize(1);
    assertThat(violations.getFirst().pointer()).isEqualTo("/attack");
    assertThat(violations.getFirst().detail())
        .contains("is missing, and the job's own cannot be used", "makes 3");
  }

  private static List<Violation> violations(String request, SearchJobSpecification job) {
    InvalidSpecification invalid =
        catchThrowableOfType(InvalidSpecification.class, () -> read(request, job));
    return invalid == null ? List.of() : invalid.violations();
  }

  private static TransferRequest read(String request, SearchJobSpecification job) {
    String text = request.replace("A", FIRST).replace("B", SECOND).replace('\'', '"');
    return TransferReader.read(SpecificationParser.parse(text.getBytes(UTF_8)), job);
  }
}
