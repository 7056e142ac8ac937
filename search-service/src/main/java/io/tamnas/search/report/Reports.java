package io.tamnas.search.report;

import io.tamnas.search.explanation.Explanation;
import io.tamnas.search.finalist.FinalistView;
import io.tamnas.search.finalist.FinalistViews;
import io.tamnas.search.front.Baseline;
import io.tamnas.search.front.Front;
import io.tamnas.search.front.Fronts;
import io.tamnas.search.front.GenerationView;
import io.tamnas.search.front.Individual;
import io.tamnas.search.generation.Individuals;
import io.tamnas.search.job.Job;
import io.tamnas.search.job.JobReader;
import io.tamnas.search.probe.Correlation;
import io.tamnas.search.probe.Correlations;
import io.tamnas.search.reevaluation.ReevaluationViews;
import io.tamnas.search.transfer.MeasuredMatrices;
import io.tamnas.space.Genotype;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Gathers reports, each as of one moment. */
@Component
class Reports {

  private final JobReader jobs;
  private final Fronts fronts;
  private final FinalistViews finalists;
  private final ReevaluationViews reevaluations;
  private final Individuals individuals;
  private final MeasuredMatrices matrices;
  private final Correlations correlations;
  private final Phases phases;
  private final JsonMapper mapper;

  Reports(
      JobReader jobs,
      Fronts fronts,
      FinalistViews finalists,
      ReevaluationViews reevaluations,
      Individuals individuals,
      MeasuredMatrices matrices,
      Correlations correlations,
      Phases phases,
      JsonMapper mapper) {
    this.jobs = jobs;
    this.fronts = fronts;
    this.finalists = finalists;
    this.reevaluations = reevaluations;
    this.individuals = individuals;
    this.matrices = matrices;
    this.correlations = correlations;
    this.phases = phases;
    this.mapper = mapper;
  }

  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Report of(UUID id) {
    Job job = jobs.get(id);
    Front front = fronts.front(id);
    List<FinalistView> chosen = finalists.of(job);
    return new Report(
        id,
        job.specification().name(),
        job.state(),
        mapper.readTree(job.specification().canonicalJson()),
        SettingList.of(job.specification()),
        job.specification().digest(),
        job.datasetDigest(),
        front,
        fronts.generations(id).items().stream().map(one -> generation(id, one)).toList(),
        baseline(job),
        correlation(job),
        chosen,
        Agreements.of(chosen),
        reevaluations.of(job),
        explanation(job, front),
        matrices.of(id),
        phases.of(id));
  }

  private @Nullable Correlation correlation(Job job) {
    return job.specification().correlation().subnets() == 0 ? null : correlations.of(job);
  }

  private @Nullable Baseline baseline(Job job) {
    return switch (job.specification().search().baseline()) {
      case NONE -> null;
      case RANDOM -> fronts.baseline(job.id());
    };
  }

  private Report.GenerationFront generation(UUID id, GenerationView one) {
    List<Individual> first =
        fronts.generation(id, one.number()).individuals().stream()
            .filter(individual -> Integer.valueOf(1).equals(individual.rank()))
            .toList();
    return new Report.GenerationFront(one.number(), one.hypervolume(), one.referencePoint(), first);
  }

  private @Nullable Explanation explanation(Job job, Front front) {
    return Common.of(
        job.specification(),
        front.individuals().stream().map(one -> new Genotype(one.genotype().genes())).toList(),
        individuals.measured(job.id()));
  }
}
