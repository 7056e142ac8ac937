package io.tamnas.search.specification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.protocol.attack.Budget;
import io.tamnas.protocol.attack.Start;
import io.tamnas.protocol.training.CraftingStatistics;
import io.tamnas.protocol.training.InnerAttack;
import io.tamnas.protocol.training.Loss;
import io.tamnas.protocol.training.Optimizer;
import io.tamnas.protocol.training.Paths;
import io.tamnas.protocol.training.Schedule;
import io.tamnas.protocol.training.TrainingSettings;
import io.tamnas.space.BlockChoice;
import io.tamnas.space.ChannelScale;
import io.tamnas.space.InputShape;
import io.tamnas.space.Preset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DefaultsTest {

  @ParameterizedTest
  @EnumSource(DatasetCatalogue.class)
  void makeASensibleJobOfADatasetAlone(DatasetCatalogue dataset) {
    SearchJobSpecification job =
        Specifications.read(
            dataset == DatasetCatalogue.FOLDER
                ? "{'dataset':{'name':'folder','folder':{'classes':7}}}"
                : "{'dataset':{'name':'%s'}}".formatted(dataset.text()));

    InputShape input = dataset.input(job.dataset());
    assertThat(job.name()).isEqualTo(dataset.text());
    assertThat(job.space())
        .isEqualTo(
            Preset.TAM_NANO.space(
                input,
                dataset.classes(job.dataset()),
                Preset.TAM_NANO.widths().getLast(),
                BlockChoice.PLAIN,
                ChannelScale.ALL));
    assertThat(job.evaluation().images()).isLessThanOrEqualTo(job.dataset().validationImages());
    assertThat(job.search().mutationProbability()).isEqualTo(1.0 / 12);
    assertThat(job.supernet()).isEmpty();
  }

  @Test
  void takeTheClassesOfAFolderFromTheJob() {
    SearchJobSpecification job =
        Specifications.read(
            "{'dataset':{'name':'folder','directory':'pets',"
                + "'folder':{'imageSize':64,'channels':1,'classes':1000}}}");

    assertThat(job.space().classes()).isEqualTo(1000);
    assertThat(job.space().input()).isEqualTo(new InputShape(1, 64, 64));
    assertThat(job.dataset().directory()).isEqualTo("pets");
  }

  @Test
  void fitPresetsToLargePictures() {
    SearchJobSpecification job =
        Specifications.read(
            "{'dataset':{'name':'folder','folder':{'imageSize':224,'classes':10}},"
                + "'space':{'preset':'tam-imagenet'}}");

    assertThat(job.space().input()).isEqualTo(new InputShape(3, 224, 224));
  }

  @Test
  void fitTamToGreyPictures() {
    for (String name : new String[] {"mnist", "fashion-mnist"}) {
      SearchJobSpecification job =
          Specifications.read("{'dataset':{'name':'%s'},'space':{'preset':'tam'}}".formatted(name));
      assertThat(job.space().input()).isEqualTo(new InputShape(1, 28, 28));
    }
  }

  @Test
  void attackCifar10AtEight255ths() {
    SearchJobSpecification job = Specifications.read("{'dataset':{'name':'cifar10'}}");

    assertThat(job.training().attack())
        .isEqualTo(new InnerAttack.FgsmRandomStart(new Budget("8/255"), new Budget("10/255"), 0));
    assertThat(job.evaluation().attack())
        .isEqualTo(
            new AttackSettings.Pgd(new Budget("8/255"), new Budget("2/255"), 10, 1, Start.RANDOM));
  }

  @Test
  void scaleTheStepWithEpsilon() {
    SearchJobSpecification job =
        Specifications.read(
            "{'training':{'attack':{'epsilon':'4/255'}},'evaluation':{'attack':{'epsilon':0.9}}}");

    assertThat(job.training().attack())
        .isEqualTo(new InnerAttack.FgsmRandomStart(new Budget("4/255"), new Budget("5/255"), 0));
    assertThat(((AttackSettings.Pgd) job.evaluation().attack()).stepSize())
        .isEqualTo(new Budget("0.225"));
  }

  @Test
  void neverStepBeyondTheWholeScale() {
    assertThat(Specifications.read("{'training':{'attack':{'epsilon':1}}}").training().attack())
        .isEqualTo(new InnerAttack.FgsmRandomStart(new Budget("1"), new Budget("1"), 0));
  }

  @Test
  void neverStepBelowWhatCanBeWritten() {
    SearchJobSpecification job =
        Specifications.read(
            "{'training':{'attack':{'method':'pgd','epsilon':0.00001}},"
                + "'evaluation':{'attack':{'epsilon':'0.03000000000000000000000000000000000001'}}}");
    assertThat(job.training().attack().stepSize()).isEqualTo(new Budget("0.00001"));
    assertThat(
            SpecificationReader.read(
                SpecificationParser.parse(job.canonicalJson().getBytes(UTF_8))))
        .isEqualTo(job);
  }

  @Test
  void trainAsBeforeThereWereChoices() {
    TrainingSettings training = Specifications.read("{'dataset':{'name':'cifar10'}}").training();
    assertThat(training.loss()).isEqualTo(new Loss.CrossEntropy(0));
    assertThat(training.crafting()).isEqualTo(CraftingStatistics.BATCH);
    assertThat(training.paths()).isEqualTo(new Paths(new Paths.Uniform(), 1, 1, new Paths.Own()));
    assertThat(training.optimizer()).isEqualTo(new Optimizer.Sgd(0.2, 0.9, 0.0005, 5));
    assertThat(training.schedule()).isEqualTo(new Schedule(Schedule.Kind.COSINE, 0.05));
    assertThat(training.weightPerturbation()).isZero();
    assertThat(training.averaging()).isZero();
    assertThat(training.augmentation().cutout()).isZero();
  }

  @Test
  void lookForMaskedGradientsOnFewImages() {
    assertThat(Specifications.read("{'seed':1}").evaluation().maskingImages()).isEqualTo(32);
    assertThat(masking("'images':20")).isEqualTo(20);
    assertThat(masking("'attack':{'method':'square'}")).isZero();
    assertThat(masking("'attack':{'method':'sequence','attacks':[{'method':'square'}]}")).isZero();
    assertThat(masking("'attack':{'method':'autoattack'}")).isEqualTo(32);
  }

  private static int masking(String evaluation) {
    return Specifications.read("{'evaluation':{" + evaluation + "}}").evaluation().maskingImages();
  }

  @Test
  void compareSmallSearchesWithRandomOnes() {
    assertThat(baseline("'population':20,'generations':9")).isEqualTo(BaselineKind.RANDOM);
    assertThat(baseline("'population':67,'generations':2")).isEqualTo(BaselineKind.NONE);
    assertThat(baseline("'population':4000,'generations':1000")).isEqualTo(BaselineKind.NONE);
    assertThat(baseline("'baseline':'none'")).isEqualTo(BaselineKind.NONE);
    assertThat(baseline("'population':67,'generations':2,'baseline':'random'"))
        .isEqualTo(BaselineKind.RANDOM);
  }

  private static BaselineKind baseline(String search) {
    return Specifications.read("{'search':{" + search + "}}").search().baseline();
  }

  @Test
  void shrinkToTheImagesThatThereAre() {
    SearchJobSpecification job =
        Specifications.read("{'dataset':{'name':'shapes','shapes':{'trainingImages':40}}}");

    assertThat(job.dataset().validationImages()).isEqualTo(10);
    assertThat(job.training().batchSize()).isEqualTo(30);
    assertThat(job.evaluation().images()).isEqualTo(10);
    assertThat(job.evaluation().recalibrationImages()).isEqualTo(30);
  }

  @Test
  void measureOnFewerImagesWhereFewerAreSetAside() {
    assertThat(
            Specifications.read("{'dataset':{'name':'cifar10','validationImages':100}}")
                .evaluation()
                .images())
        .isEqualTo(100);
  }
}
