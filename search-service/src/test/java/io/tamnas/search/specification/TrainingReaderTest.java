package io.tamnas.search.specification;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.protocol.attack.Budget;
import io.tamnas.protocol.training.CraftingStatistics;
import io.tamnas.protocol.training.InnerAttack;
import io.tamnas.protocol.training.Loss;
import io.tamnas.protocol.training.Mirror;
import io.tamnas.protocol.training.Optimizer;
import io.tamnas.protocol.training.Paths;
import io.tamnas.protocol.training.Schedule;
import io.tamnas.protocol.training.TrainingSettings;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingReaderTest {

  @Test
  void readsEverySetting() {
    assertThat(
            training(
                """
                'steps':100,'batchSize':32,'loss':{'kind':'trades','beta':3,'labelSmoothing':0.1},
                'attack':{'method':'pgd','epsilon':'4/255','stepSize':'1/255','steps':5},
                'crafting':'frozen-statistics','epsilonWarmup':0.2,'scaleWarmup':0.1,
                'paths':{'policy':'parameter-bins','bins':5,'perStep':4,'perBatch':2,
                  'source':'mean','sources':3},
                'optimizer':{'method':'adamw','learningRate':0.01,'beta1':0.8,'beta2':0.99,
                  'epsilon':0.001,'weightDecay':0.02,'schedule':'one-cycle','warmup':0.4,
                  'clipNorm':2},
                'weightPerturbation':0.005,'averaging':0.999,
                'augmentation':{'crop':3,'mirror':'never','cutout':8}
                """))
        .isEqualTo(
            new TrainingSettings(
                100,
                32,
                new Loss.Trades(3, 0.1),
                new InnerAttack.Pgd(new Budget("4/255"), new Budget("1/255"), 5),
                CraftingStatistics.FROZEN,
                0.2,
                0.1,
                new Paths(new Paths.ParameterBins(5), 4, 2, new Paths.Mean(3)),
                new Optimizer.AdamW(0.01, 0.8, 0.99, 0.001, 0.02, 2),
                new Schedule(Schedule.Kind.ONE_CYCLE, 0.4),
                0.005,
                0.999,
                new TrainingSettings.Augmentation(3, Mirror.NEVER, 8)));
  }

  static Stream<Arguments> losses() {
    return Stream.of(
        Arguments.of("{'kind':'trades'}", new Loss.Trades(6, 0)),
        Arguments.of("{'kind':'mart'}", new Loss.Mart(5, 0)),
        Arguments.of("{'kind':'alp'}", new Loss.Alp(0.5, 0)),
        Arguments.of("{'kind':'alp','lambda':0}", new Loss.Alp(0, 0)));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void fillsInWhatALossWeighs(String written, Loss expected) {
    assertThat(training("'loss':" + written).loss()).isEqualTo(expected);
  }

  static Stream<Arguments> attacks() {
    Budget epsilon = new Budget("8/255");
    Budget quarter = new Budget("2/255");
    return Stream.of(
        Arguments.of("{'method':'pgd'}", new InnerAttack.Pgd(epsilon, quarter, 7)),
        Arguments.of("{'method':'free'}", new InnerAttack.Free(epsilon, epsilon, 4)),
        Arguments.of("{'method':'yopo'}", new InnerAttack.Yopo(epsilon, quarter, 5, 3)),
        Arguments.of(
            "{'guardInterval':100}",
            new InnerAttack.FgsmRandomStart(epsilon, new Budget("10/255"), 100)));
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void fillsInHowAnAttackCrafts(String written, InnerAttack expected) {
    assertThat(training("'attack':" + written).attack()).isEqualTo(expected);
  }

  static Stream<Arguments> paths() {
    return Stream.of(
        Arguments.of("{'policy':'sandwich'}", new Paths(new Paths.Sandwich(), 3, 1, own())),
        Arguments.of(
            "{'policy':'parameter-bins'}", new Paths(new Paths.ParameterBins(10), 1, 1, own())),
        Arguments.of("{'source':'mean'}", uniform(new Paths.Mean(2))),
        Arguments.of("{'source':'largest'}", uniform(new Paths.Largest())),
        Arguments.of("{'source':'smallest'}", uniform(new Paths.Smallest())),
        Arguments.of("{'source':'random-other'}", uniform(new Paths.RandomOther())));
  }

  private static Paths.Source own() {
    return new Paths.Own();
  }

  private static Paths uniform(Paths.Source source) {
    return new Paths(new Paths.Uniform(), 1, 1, source);
  }

  @ParameterizedTest
  @MethodSource("paths")
  void fillsInHowPathsAreDrawn(String written, Paths expected) {
    assertThat(training("'paths':" + written).paths()).isEqualTo(expected);
  }

  @Test
  void fillsInWhatAdamWAndOneCycleUsuallyTake() {
    TrainingSettings training = training("'optimizer':{'method':'adamw','schedule':'one-cycle'}");
    assertThat(training.optimizer())
        .isEqualTo(new Optimizer.AdamW(0.001, 0.9, 0.999, 1e-8, 0.01, 5));
    assertThat(training.schedule()).isEqualTo(new Schedule(Schedule.Kind.ONE_CYCLE, 0.3));
  }

  @Test
  void saysEverythingThatFreeTrainingDoesNotGoWithAtOnce() {
    assertThat(
            Specifications.violations(
                """
                {'training':{'attack':{'method':'free'},'loss':{'kind':'alp'},
                  'crafting':'frozen-statistics','paths':{'perStep':2,'perBatch':2,
                    'source':'largest'},'weightPerturbation':0.1}}
                """))
        .extracting(Violation::pointer)
        .containsExactlyInAnyOrder(
            "/training/loss/kind",
            "/training/crafting",
            "/training/paths/perStep",
            "/training/paths/perBatch",
            "/training/paths/source",
            "/training/weightPerturbation");
  }

  private static TrainingSettings training(String members) {
    return Specifications.read("{'training':{" + members + "}}").training();
  }
}
