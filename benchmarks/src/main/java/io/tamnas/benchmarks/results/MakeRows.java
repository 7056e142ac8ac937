package io.tamnas.benchmarks.results;

import io.tamnas.nets.attack.Attack;
import io.tamnas.nets.attack.Start;
import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.dataset.DatasetSource;
import io.tamnas.nets.dataset.Datasets;
import io.tamnas.nets.dataset.Division;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.engine.NumericEnvironment;
import io.tamnas.nets.measuring.MeasuringProtocol;
import io.tamnas.space.BlockChoice;
import io.tamnas.space.ChannelScale;
import io.tamnas.space.Genotype;
import io.tamnas.space.GenotypeText;
import io.tamnas.space.NetworkCost;
import io.tamnas.space.SearchSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes rows of the tables: {@code MakeRows <work directory> <CIFAR-10 directory> <steps> <row>…}.
 * A row that was interrupted goes on where it was.
 */
public final class MakeRows {
  private static final Logger log = LoggerFactory.getLogger(MakeRows.class);
  static final long SEED = 1;
  static final int POPULATION = 6;
  static final int GENERATIONS = 2;
  static final int IMAGES = 512;
  private static final int SEARCH_IMAGES = 256;
  private static final double EPSILON = 8 / 255.0;

  private final Path work;
  private final Dataset dataset;

  private MakeRows(Path work, Dataset dataset) {
    this.work = work;
    this.dataset = dataset;
  }

  public static void main(String[] arguments) throws IOException {
    Engines.configure(1, DeviceChoice.CPU);
    Dataset dataset =
        Datasets.open(new DatasetSource.Cifar10(Path.of(arguments[1])), new Division(1024, SEED));
    MakeRows rows = new MakeRows(Path.of(arguments[0]), dataset);
    Set<String> wanted = Set.copyOf(Arrays.asList(arguments).subList(3, arguments.length));
    List<Row> all = new Rows(Integer.parseInt(arguments[2])).all();
    Set<String> known = all.stream().map(Row::name).collect(Collectors.toSet());
    if (!known.containsAll(wanted)) {
      throw new IllegalArgumentException("rows are " + known + ", not " + wanted);
    }
    for (Row row : all) {
      if (wanted.contains(row.name())) {
        rows.make(row);
      }
    }
  }

  private void make(Row row) throws IOException {
    Path directory = Files.createDirectories(work.resolve(row.name()));
    Ledger ledger = new Ledger(directory);
    ledger.keep("recipe", row.recipe().toString());
    ledger.keep("environment", NumericEnvironment.describe());
    SearchSpace space =
        row.preset()
            .space(
                dataset.shape(),
                dataset.classes(),
                row.width(),
                BlockChoice.PLAIN,
                ChannelScale.ALL);
    Path supernet = Trainings.supernet(row, space, dataset, directory, ledger, SEED);
    Genotype best;
    try (Measurer pgd = new Measurer("pgd-10", pgd(), supernet, space, dataset, ledger)) {
      best = new SmallSearch(space, pgd, POPULATION, GENERATIONS).best(SEED);
      FixedSubnets.of(space).values().forEach(pgd::measure);
    }
    try (Measurer apgd = new Measurer("apgd", apgd(), supernet, space, dataset, ledger)) {
      for (Map.Entry<String, Genotype> fixed : FixedSubnets.of(space).entrySet()) {
        name(fixed.getKey(), fixed.getValue(), space, ledger);
        apgd.measure(fixed.getValue());
      }
      name("best", best, space, ledger);
      apgd.measure(best);
    }
    ledger.put("done", "yes");
    log.info("{}: done", row.name());
  }

  private static void name(String subnet, Genotype genotype, SearchSpace space, Ledger ledger) {
    ledger.put("subnet " + subnet, genotype.genes().toString());
    ledger.put("text " + subnet, new GenotypeText(space).write(genotype));
    ledger.put("parameters " + subnet, Long.toString(NetworkCost.of(space, genotype).parameters()));
  }

  /** What the search selects by. */
  static MeasuringProtocol pgd() {
    return protocol(new Attack.Pgd(EPSILON, EPSILON / 4, 10, 1, Start.RANDOM), SEARCH_IMAGES);
  }

  /** What the table shows. */
  static MeasuringProtocol apgd() {
    return protocol(
        new Attack.Sequence(
            List.of(new Attack.ApgdCe(EPSILON, 50, 1), new Attack.ApgdT(EPSILON, 25, 1, 5))),
        IMAGES);
  }

  private static MeasuringProtocol protocol(Attack attack, int images) {
    return new MeasuringProtocol(attack, images, 256, 1024, 128, 0, SEED);
  }
}
