package io.tamnas.search.specification;

import io.tamnas.protocol.training.CraftingStatistics;
import io.tamnas.protocol.training.InnerAttack;
import io.tamnas.protocol.training.Loss;
import io.tamnas.protocol.training.Paths;
import io.tamnas.protocol.training.TrainingSettings;

/**
 * What the inner attack demands of the rest of a training: free training and YOPO craft in the very
 * passes that train, so nothing else can craft, nor in another way.
 */
final class TrainingConsistency {
  private final Section training;

  TrainingConsistency(Section training) {
    this.training = training;
  }

  void check(TrainingSettings settings) {
    if (!training.findings().trust(training.pointer() + "/attack/method")) {
      return;
    }
    switch (settings.attack()) {
      case InnerAttack.FgsmRandomStart _, InnerAttack.Pgd _ -> {}
      case InnerAttack.Free _ -> {
        demand(
            settings.paths().perStep() == 1,
            "/paths/perStep",
            "1",
            "free",
            String.valueOf(settings.paths().perStep()));
        checkCraftedInTraining("free", settings);
      }
      case InnerAttack.Yopo _ -> checkCraftedInTraining("yopo", settings);
    }
  }

  private void checkCraftedInTraining(String method, TrainingSettings settings) {
    Loss loss = settings.loss();
    demand(
        loss instanceof Loss.CrossEntropy,
        "/loss/kind",
        Shown.quoted(LossReader.Kind.CROSS_ENTROPY.text()),
        method,
        Shown.quoted(LossReader.Kind.of(loss).text()));
    CraftingStatistics crafting = settings.crafting();
    demand(
        crafting == CraftingStatistics.BATCH,
        "/crafting",
        Shown.quoted(Words.SUBNET_CRAFTING.text(CraftingStatistics.BATCH)),
        method,
        Shown.quoted(Words.SUBNET_CRAFTING.text(crafting)));
    Paths paths = settings.paths();
    demand(
        paths.source() instanceof Paths.Own,
        "/paths/source",
        Shown.quoted(PathsReader.Source.OWN.text()),
        method,
        Shown.quoted(PathsReader.Source.of(paths.source()).text()));
    demand(paths.perBatch() == 1, "/paths/perBatch", "1", method, String.valueOf(paths.perBatch()));
    demand(
        settings.weightPerturbation() == 0,
        "/weightPerturbation",
        "0",
        method,
        CanonicalForm.exact(settings.weightPerturbation()).toPlainString());
  }

  private void demand(boolean holds, String path, String right, String method, String is) {
    String pointer = training.pointer() + path;
    if (!holds && training.findings().trust(pointer)) {
      training
          .findings()
          .add(
              pointer,
              "must be %s where the attack's method is %s, which crafts in the passes that train; is %s"
                  .formatted(right, Shown.quoted(method), is));
    }
  }
}
