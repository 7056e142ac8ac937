package io.tamnas.nets.trial;

import io.tamnas.nets.attack.Attack;
import io.tamnas.nets.attack.Start;
import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.dataset.DatasetSource;
import io.tamnas.nets.dataset.Datasets;
import io.tamnas.nets.dataset.Division;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.measuring.Measurement;
import io.tamnas.nets.measuring.MeasuringObserver;
import io.tamnas.nets.measuring.MeasuringProtocol;
import io.tamnas.nets.measuring.SubnetMeasuring;
import io.tamnas.nets.random.SplitMix;
import io.tamnas.nets.training.Augmentation;
import io.tamnas.nets.training.CraftingStatistics;
import io.tamnas.nets.training.InnerAttack;
import io.tamnas.nets.training.Loss;
import io.tamnas.nets.training.Mirror;
import io.tamnas.nets.training.Optimizer;
import io.tamnas.nets.training.Paths;
import io.tamnas.nets.training.Schedule;
import io.tamnas.nets.training.SupernetTraining;
import io.tamnas.nets.training.TrainedSupernet;
import io.tamnas.nets.training.TrainingObserver;
import io.tamnas.nets.training.TrainingRecipe;
import io.tamnas.space.BlockChoice;
import io.tamnas.space.ChannelScale;
import io.tamnas.space.Genotype;
import io.tamnas.space.NetworkCost;
import io.tamnas.space.Preset;
import io.tamnas.space.PresetWidth;
import io.tamnas.space.SearchSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains a supernet by a recipe given as {@code name=value} arguments and measures uniformly drawn
 * and uniformly wide subnets.
 */
public final class RecipeTrial {
  private static final Logger LOG = LoggerFactory.getLogger(RecipeTrial.class);
  private final Map<String, String> settings;

  private RecipeTrial(Map<String, String> settings) {
    this.settings = settings;
  }

  public static void main(String[] arguments) throws IOException {
    Map<String, String> settings =
        Arrays.stream(arguments)
            .map(argument -> argument.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    new RecipeTrial(settings).run();
  }

  private void run() throws IOException {
    Engines.configure(integer("threads", 1), DeviceChoice.CPU);
    Dataset dataset = dataset();
    SearchSpace space = space(dataset);
    Path work = Files.createTempDirectory("trial");
    long began = System.nanoTime();
    TrainedSupernet trained =
        new SupernetTraining(space, dataset, recipe(), integer("seed", 1))
            .train(new Log(began), work, Optional.empty());
    LOG.info("TRAINED in {} s: {}", seconds(began), settings);
    measure(space, dataset, trained.file());
  }

  private void measure(SearchSpace space, Dataset dataset, Path file) {
    double epsilon = number("eps", 8) / 255;
    MeasuringProtocol protocol =
        new MeasuringProtocol(
            new Attack.Pgd(epsilon, epsilon / 4, 10, 1, Start.RANDOM),
            integer("images", 512),
            integer("measuringBatch", 128),
            1024,
            128,
            1);
    try (SubnetMeasuring measuring = new SubnetMeasuring(file, space, dataset, protocol)) {
      RandomGenerator random = SplitMix.of(7, "trial");
      for (Genotype genotype : genotypes(space, random)) {
        long began = System.nanoTime();
        Measurement found = measuring.measure(genotype, new Silent());
        LOG.info(
            "MEASURED {} clean {}% adversarial {}% parameters {} in {} s",
            genotype.genes(),
            100.0 * found.cleanCorrect() / found.images(),
            100.0 * found.adversarialCorrect() / found.images(),
            NetworkCost.of(space, genotype).parameters(),
            seconds(began));
      }
    }
  }

  private List<Genotype> genotypes(SearchSpace space, RandomGenerator random) {
    List<Genotype> genotypes = new ArrayList<>();
    int layers = space.layers().size();
    int blocks = space.layers().getFirst().blocks().size();
    for (int block = 0; block < blocks; block++) {
      genotypes.add(uniform(space, block, space.layers().getFirst().scales().size() - 1));
    }
    genotypes.add(uniform(space, 0, 0));
    for (int i = 0; i < integer("subnets", 10); i++) {
      genotypes.add(space.draw(random));
    }
    LOG.info("{} layers", layers);
    return genotypes;
  }

  private static Genotype uniform(SearchSpace space, int block, int scale) {
    List<Integer> genes = new ArrayList<>();
    space.layers().forEach(layer -> genes.add(block));
    space.layers().forEach(layer -> genes.add(scale));
    return new Genotype(genes);
  }

  private Dataset dataset() {
    Division division = new Division(integer("validation", 1024), 1);
    DatasetSource source =
        text("dataset", "cifar10").equals("shapes")
            ? new DatasetSource.Shapes(
                integer("imageSize", 16), integer("trainingImages", 4096 + 1024), 1024, 1)
            : new DatasetSource.Cifar10(Path.of(text("data", "")));
    return Datasets.open(source, division);
  }

  private SearchSpace space(Dataset dataset) {
    List<BlockChoice> blocks =
        Arrays.stream(text("blocks", "shuffle3,shuffle5,shuffle7,xception").split(","))
            .map(BlockChoice::parse)
            .toList();
    List<ChannelScale> scales =
        Arrays.stream(text("scales", "0.2,0.4,0.6,0.8,1.0,1.2,1.4,1.6,1.8,2.0").split(","))
            .map(ChannelScale::parse)
            .toList();
    return Preset.parse(text("preset", "tam-nano"))
        .space(
            dataset.shape(),
            dataset.classes(),
            PresetWidth.parse(text("width", "1")),
            blocks,
            scales);
  }

  private TrainingRecipe recipe() {
    double epsilon = number("eps", 8) / 255;
    double stepSize = number("step", 10) / 255;
    int inner = integer("pgd", 0);
    InnerAttack attack =
        inner == 0
            ? new InnerAttack.FgsmRandomStart(epsilon, stepSize, integer("guard", 0))
            : new InnerAttack.Pgd(epsilon, stepSize, inner);
    return new TrainingRecipe(
        integer("steps", 1600),
        integer("batch", 64),
        new Loss.CrossEntropy(0),
        attack,
        CraftingStatistics.BATCH,
        number("epsWarmup", 0.7),
        number("scaleWarmup", 0.3),
        Paths.single(),
        new Optimizer.Sgd(
            number("lr", 0.1), number("momentum", 0.9), number("decay", 5e-4), number("clip", 5)),
        new Schedule(Schedule.Kind.COSINE, number("warmup", 0.05)),
        0,
        0,
        new Augmentation(
            integer("crop", 4), integer("mirror", 1) == 1 ? Mirror.RANDOM : Mirror.NEVER, 0));
  }

  private String text(String name, String otherwise) {
    return settings.getOrDefault(name, otherwise);
  }

  private int integer(String name, int otherwise) {
    return Integer.parseInt(text(name, Integer.toString(otherwise)));
  }

  private double number(String name, double otherwise) {
    return Double.parseDouble(text(name, Double.toString(otherwise)));
  }

  private static long seconds(long began) {
    return (System.nanoTime() - began) / 1_000_000_000;
  }

  private record Silent() implements MeasuringObserver {
    @Override
    public void checkContinue() {}

    @Override
    public void onProgress(double share) {}
  }

  private record Log(long began) implements TrainingObserver {
    @Override
    public void onMetrics(long step, Map<String, Double> metrics) {
      if (step % 100 == 0 || step < 100) {
        LOG.info("step {} after {} s: {}", step, seconds(began), metrics);
      }
    }

    @Override
    public boolean wantsCheckpoint() {
      return false;
    }

    @Override
    public void onCheckpoint(long step, Path file) {}

    @Override
    public void checkContinue() {}

    @Override
    public void onProgress(double share) {}
  }
}
