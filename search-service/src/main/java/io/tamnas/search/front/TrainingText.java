package io.tamnas.search.front;

import io.tamnas.protocol.training.CraftingStatistics;
import io.tamnas.protocol.training.InnerAttack;
import io.tamnas.protocol.training.Loss;
import io.tamnas.protocol.training.Mirror;
import io.tamnas.protocol.training.Optimizer;
import io.tamnas.protocol.training.Schedule;
import io.tamnas.protocol.training.TrainingSettings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** How a network is trained, in one line such as a table needs. */
public final class TrainingText {

  private TrainingText() {}

  /** Everything but the paths of a supernet. */
  public static String of(TrainingSettings training) {
    return String.join("; ", parts(training, loss(training.loss())));
  }

  /** The same where the loss is not used, because soft labels take its place. */
  public static String withoutLoss(TrainingSettings training) {
    return String.join("; ", parts(training, "loss by soft labels"));
  }

  private static List<String> parts(TrainingSettings training, String loss) {
    List<String> parts = new ArrayList<>();
    parts.add("%d steps of %d images".formatted(training.steps(), training.batchSize()));
    parts.add(loss);
    parts.add(
        "crafted by %s, under %s"
            .formatted(attack(training.attack()), crafting(training.crafting())));
    parts.add("ε rises over %s of the steps".formatted(number(training.epsilonWarmup())));
    parts.add(optimizer(training.optimizer()) + ", " + schedule(training.schedule()));
    if (training.weightPerturbation() > 0) {
      parts.add("weight perturbation " + number(training.weightPerturbation()));
    }
    if (training.averaging() > 0) {
      parts.add("weights averaged with decay " + number(training.averaging()));
    }
    parts.add(augmentation(training.augmentation()));
    return parts;
  }

  private static String loss(Loss loss) {
    String name =
        switch (loss) {
          case Loss.CrossEntropy _ -> "adversarial cross-entropy";
          case Loss.Trades trades -> "TRADES, β " + number(trades.beta());
          case Loss.Alp alp -> "ALP, λ " + number(alp.lambda());
          case Loss.Mart mart -> "MART, β " + number(mart.beta());
        };
    return loss.labelSmoothing() > 0
        ? name + ", label smoothing " + number(loss.labelSmoothing())
        : name;
  }

  private static String attack(InnerAttack attack) {
    String name =
        switch (attack) {
          case InnerAttack.FgsmRandomStart fgsm ->
              "FGSM with random start"
                  + (fgsm.guardInterval() > 0
                      ? ", guarded every %d steps".formatted(fgsm.guardInterval())
                      : "");
          case InnerAttack.Pgd pgd -> "PGD-" + pgd.steps();
          case InnerAttack.Free free -> "free training, %d replays".formatted(free.replays());
          case InnerAttack.Yopo yopo -> "YOPO-%d-%d".formatted(yopo.outer(), yopo.inner());
        };
    return "%s, ε %s, step %s".formatted(name, attack.epsilon().text(), attack.stepSize().text());
  }

  private static String crafting(CraftingStatistics crafting) {
    return switch (crafting) {
      case BATCH -> "batch statistics";
      case FROZEN -> "statistics frozen at the clean batch's";
      case RUNNING -> "running statistics";
    };
  }

  private static String optimizer(Optimizer optimizer) {
    String name =
        switch (optimizer) {
          case Optimizer.Sgd sgd -> "SGD with Nesterov momentum " + number(sgd.momentum());
          case Optimizer.AdamW adam ->
              "AdamW, β %s and %s, ε %s"
                  .formatted(number(adam.beta1()), number(adam.beta2()), number(adam.epsilon()));
        };
    return "%s, learning rate %s, weight decay %s, gradients cut to norm %s"
        .formatted(
            name,
            number(optimizer.learningRate()),
            number(optimizer.weightDecay()),
            number(optimizer.clipNorm()));
  }

  private static String schedule(Schedule schedule) {
    String name =
        switch (schedule.kind()) {
          case COSINE -> "cosine";
          case STEP -> "step";
          case ONE_CYCLE -> "one-cycle";
        };
    return "%s schedule, warm-up %s of the steps".formatted(name, number(schedule.warmup()));
  }

  private static String augmentation(TrainingSettings.Augmentation augmentation) {
    List<String> all = new ArrayList<>();
    if (augmentation.crop() > 0) {
      all.add("random crops of a padding of %d pixels".formatted(augmentation.crop()));
    }
    if (augmentation.mirror() == Mirror.RANDOM) {
      all.add("random mirroring");
    }
    if (augmentation.cutout() > 0) {
      all.add("cutout of %d pixels".formatted(augmentation.cutout()));
    }
    return all.isEmpty() ? "images as they are" : String.join(", ", all);
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
