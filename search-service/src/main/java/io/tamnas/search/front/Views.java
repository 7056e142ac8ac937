package io.tamnas.search.front;

import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.search.generation.Born;
import io.tamnas.search.generation.Ranked;
import io.tamnas.search.measurement.Accuracy;
import io.tamnas.search.measurement.MaskingWarning;
import io.tamnas.search.measurement.Measurement;
import io.tamnas.search.specification.SearchJobSpecification;
import io.tamnas.space.Genotype;
import io.tamnas.space.GenotypeText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes individuals of one space as people see them. */
final class Views {

  private final GenotypeText text;
  private final AttackSettings attack;
  private final int classes;
  private final @Nullable Genotype knee;

  /** Of a job, with the knee of the front that is shown, if it has one. */
  Views(SearchJobSpecification job, Optional<Genotype> knee) {
    this.text = new GenotypeText(job.space());
    this.attack = job.evaluation().attack();
    this.classes = job.space().classes();
    this.knee = knee.orElse(null);
  }

  Individual of(Ranked ranked) {
    Double crowding = Double.isFinite(ranked.crowding()) ? ranked.crowding() : null;
    return individual(ranked.born(), ranked.rank(), crowding);
  }

  Individual of(Born born) {
    return individual(born, null, null);
  }

  private Individual individual(Born born, @Nullable Integer rank, @Nullable Double crowding) {
    Measurement measured = born.measurement();
    return new Individual(
        view(born.genotype()),
        born.cost().parameters(),
        born.cost().multiplyAdds(),
        measured == null ? null : Accuracy.of(measured.cleanCorrect(), measured.images()),
        measured == null ? null : Accuracy.of(measured.adversarialCorrect(), measured.images()),
        born.latency() == null ? null : LatencyView.of(born.latency()),
        measured == null
            ? List.of()
            : measured.maskingSigns().stream()
                .map(sign -> MaskingWarning.of(sign, attack, classes))
                .toList(),
        rank,
        crowding,
        born.generation(),
        born.parents().stream().map(this::view).toList(),
        born.genotype().equals(knee));
  }

  private GenotypeView view(Genotype genotype) {
    return GenotypeView.of(genotype, text);
  }
}
