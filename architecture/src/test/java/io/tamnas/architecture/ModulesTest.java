package io.tamnas.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.tamnas.chaos.fixture.ChaosThatKnowsTheService;
import io.tamnas.evaluator.fixture.EvaluatorThatKnowsTheTrainer;
import io.tamnas.nets.fixture.NetsThatKnowTheProtocol;
import io.tamnas.nsga2.fixture.Nsga2ThatKnowsTheSpace;
import io.tamnas.protocol.fixture.ProtocolThatKnowsTheSpace;
import io.tamnas.quickstart.fixture.QuickstartThatKnowsTheChaos;
import io.tamnas.search.fixture.ServiceThatComputesWithTensors;
import io.tamnas.space.fixture.SpaceThatKnowsTheProtocol;
import io.tamnas.trainer.fixture.TrainerThatKnowsTheService;
import io.tamnas.worker.fixture.WorkerRuntimeThatKnowsNets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModulesTest {

  @ParameterizedTest
  @EnumSource
  void knowsOnlyWhatItMay(ModuleRule module) {
    module.rule().check(House.CLASSES);
  }

  @ParameterizedTest
  @EnumSource
  void isSeenToFail(ModuleRule module) {
    var classes = new ClassFileImporter().importClasses(offender(module));
    assertThat(module.rule().evaluate(classes).hasViolation()).isTrue();
  }

  private static Class<?> offender(ModuleRule module) {
    return switch (module) {
      case SEARCH_SPACE -> SpaceThatKnowsTheProtocol.class;
      case NSGA2 -> Nsga2ThatKnowsTheSpace.class;
      case TASK_PROTOCOL -> ProtocolThatKnowsTheSpace.class;
      case ROBUST_NETS -> NetsThatKnowTheProtocol.class;
      case WORKER_RUNTIME -> WorkerRuntimeThatKnowsNets.class;
      case TRAINER_WORKER -> TrainerThatKnowsTheService.class;
      case EVALUATOR_WORKER -> EvaluatorThatKnowsTheTrainer.class;
      case SEARCH_SERVICE -> ServiceThatComputesWithTensors.class;
      case QUICKSTART -> QuickstartThatKnowsTheChaos.class;
      case CHAOS -> ChaosThatKnowsTheService.class;
    };
  }
}
