package io.tamnas.nets.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tamnas.nets.training.Paths.Policy;
import io.tamnas.nets.training.Paths.Source;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingRecipeTest {
  private static final InnerAttack PGD = new InnerAttack.Pgd(0.03, 0.01, 7);

  @Test
  void hasAFixedTextWithEveryValue() {
    assertThat(recipe(new Loss.CrossEntropy(0.1), PGD, CraftingStatistics.BATCH, Paths.single()))
        .extracting(TrainingRecipe::text)
        .isEqualTo(
            "TrainingRecipe[steps=100, batchSize=64, loss=CrossEntropy[labelSmoothing=0.1],"
                + " attack=Pgd[epsilon=0.03, stepSize=0.01, steps=7], crafting=BATCH,"
                + " epsilonWarmup=0.7, scaleWarmup=0.3, paths=Paths[policy=Uniform[], perStep=1,"
                + " perBatch=1, source=Own[]], optimizer=Sgd[learningRate=0.1, momentum=0.9,"
                + " weightDecay=5.0E-4, clipNorm=5.0], schedule=Schedule[kind=COSINE,"
                + " warmup=0.05], weightPerturbation=0.0, averaging=0.0,"
                + " augmentation=Augmentation[crop=4, mirror=RANDOM, cutout=0]]");
  }

  @Test
  void writesEveryChoiceWithItsValues() {
    assertThat(
            Stream.of(
                new Loss.Trades(6, 0).text(),
                new Loss.Alp(0.5, 0.1).text(),
                new Loss.Mart(5, 0).text(),
                new InnerAttack.FgsmRandomStart(0.03, 0.04, 50).text(),
                new InnerAttack.Free(0.03, 0.02, 4).text(),
                new InnerAttack.Yopo(0.03, 0.01, 5, 3).text(),
                new Paths(new Policy.ParameterBins(8), 4, 2, new Source.Mean(3)).text(),
                new Paths(new Policy.Sandwich(), 2, 1, new Source.Largest()).text(),
                new Source.Smallest().text(),
                new Source.RandomOther().text(),
                CraftingStatistics.FROZEN.text(),
                new Optimizer.AdamW(0.001, 0.9, 0.999, 1e-8, 0.01, 1).text(),
                new Schedule(Schedule.Kind.STEP, 0).text(),
                new Schedule(Schedule.Kind.ONE_CYCLE, 0.5).text(),
                new Augmentation(0, Mirror.NEVER, 8).text()))
        .containsExactly(
            "Trades[beta=6.0, labelSmoothing=0.0]",
            "Alp[lambda=0.5, labelSmoothing=0.1]",
            "Mart[beta=5.0, labelSmoothing=0.0]",
            "FgsmRandomStart[epsilon=0.03, stepSize=0.04, guardInterval=50]",
            "Free[epsilon=0.03, stepSize=0.02, replays=4]",
            "Yopo[epsilon=0.03, stepSize=0.01, outer=5, inner=3]",
            "Paths[policy=ParameterBins[bins=8], perStep=4, perBatch=2, source=Mean[paths=3]]",
            "Paths[policy=Sandwich[], perStep=2, perBatch=1, source=Largest[]]",
            "Smallest[]",
            "RandomOther[]",
            "FROZEN",
            "AdamW[learningRate=0.001, beta1=0.9, beta2=0.999, epsilon=1.0E-8, weightDecay=0.01,"
                + " clipNorm=1.0]",
            "Schedule[kind=STEP, warmup=0.0]",
            "Schedule[kind=ONE_CYCLE, warmup=0.5]",
            "Augmentation[crop=0, mirror=NEVER, cutout=8]");
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWhatIsOutOfRangeAndSaysWhy(String reason, Supplier<Object> made) {
    assertThatThrownBy(made::get)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  static Stream<Arguments> refused() {
    Policy uniform = new Policy.Uniform();
    Source own = new Source.Own();
    InnerAttack free = new InnerAttack.Free(0.03, 0.02, 4);
    InnerAttack yopo = new InnerAttack.Yopo(0.03, 0.02, 4, 3);
    Loss entropy = new Loss.CrossEntropy(0);
    return Stream.of(
        refusal("label smoothing", () -> new Loss.CrossEntropy(1)),
        refusal("beta", () -> new Loss.Trades(-1, 0)),
        refusal("lambda", () -> new Loss.Alp(Double.NaN, 0)),
        refusal("beta", () -> new Loss.Mart(Double.POSITIVE_INFINITY, 0)),
        refusal("scale of pixels", () -> new InnerAttack.Pgd(2, 0.1, 1)),
        refusal("steps of PGD", () -> new InnerAttack.Pgd(0.1, 0.1, 0)),
        refusal("guard's interval", () -> new InnerAttack.FgsmRandomStart(0.1, 0.1, -1)),
        refusal("replays", () -> new InnerAttack.Free(0.1, 0.1, 0)),
        refusal("outer", () -> new InnerAttack.Yopo(0.1, 0.1, 0, 1)),
        refusal("inner", () -> new InnerAttack.Yopo(0.1, 0.1, 1, 0)),
        refusal("paths per step", () -> new Paths(uniform, 0, 0, own)),
        refusal("share one crafted batch", () -> new Paths(uniform, 2, 3, own)),
        refusal("sandwich", () -> new Paths(new Policy.Sandwich(), 1, 1, own)),
        refusal("bins", () -> new Policy.ParameterBins(0)),
        refusal("averaged", () -> new Source.Mean(1)),
        refusal("learning rate", () -> new Optimizer.Sgd(0, 0.9, 0, 1)),
        refusal("momentum", () -> new Optimizer.Sgd(0.1, 1, 0, 1)),
        refusal("beta2", () -> new Optimizer.AdamW(0.1, 0.9, 1, 1e-8, 0, 1)),
        refusal("clip norm", () -> new Optimizer.AdamW(0.1, 0.9, 0.9, 1e-8, 0, 0)),
        refusal("warmup", () -> new Schedule(Schedule.Kind.STEP, 1.1)),
        refusal("cutout", () -> new Augmentation(0, Mirror.NEVER, -1)),
        refusal(
            "batch statistics",
            () -> recipe(entropy, yopo, CraftingStatistics.FROZEN, Paths.single())),
        refusal(
            "one path per step",
            () -> recipe(entropy, free, CraftingStatistics.BATCH, new Paths(uniform, 2, 1, own))),
        refusal(
            "its own images",
            () ->
                recipe(
                    entropy,
                    yopo,
                    CraftingStatistics.BATCH,
                    new Paths(uniform, 1, 1, new Source.Largest()))));
  }

  private static Arguments refusal(String reason, Supplier<Object> made) {
    return Arguments.of(reason, made);
  }

  private static TrainingRecipe recipe(
      Loss loss, InnerAttack attack, CraftingStatistics crafting, Paths paths) {
    return new TrainingRecipe(
        100,
        64,
        loss,
        attack,
        crafting,
        0.7,
        0.3,
        paths,
        new Optimizer.Sgd(0.1, 0.9, 5e-4, 5),
        new Schedule(Schedule.Kind.COSINE, 0.05),
        0,
        0,
        new Augmentation(4, Mirror.RANDOM, 0));
  }
}
