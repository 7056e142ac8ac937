package io.tamnas.search.finalist;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tamnas.protocol.dataset.DatasetReference;
import io.tamnas.search.front.GenotypeView;
import io.tamnas.search.job.Job;
import io.tamnas.search.specification.FinalistStart;
import io.tamnas.search.specification.NamedFinalistsForm;
import io.tamnas.search.specification.SpecificationParser;
import io.tamnas.space.GenotypeText;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** All that is needed to make a network again, and to see that it is the same. */
@Schema(
    name = "Manifest",
    description = "All that is needed to make a network again, and to see that it is the same")
record Manifest(
    UUID job,
    @Schema(description = "A body for POST /api/v1/search-jobs that runs the same search again")
        JsonNode specification,
    @Schema(description = "SHA-256 of the specification without its name")
        String specificationDigest,
    @Schema(
            description =
                "A body for POST …/finalists of that job that makes the same network again, where the"
                    + " specification does not ask for it")
        JsonNode request,
    @Schema(description = "By what each is for; they are in the specification and the request")
        Map<String, Long> seeds,
    @Schema(description = "Of the decoded images and their division") String datasetDigest,
    @Schema(description = "SHA-256 of the supernet's artifact") String supernet,
    int finalist,
    FinalistStart start,
    GenotypeView genotype,
    @Schema(description = "What it learned from; null: the true labels")
        FinalistView.@Nullable Teacher teacher,
    @Schema(description = "SHA-256 of the trained network") String network,
    @Schema(description = "The step whose state was kept") int selectedStep,
    @Schema(description = "SHA-256 of the ONNX file") String model,
    Origins origins) {
  Manifest {
    seeds = new TreeMap<>(seeds);
  }

  static Manifest of(
      Job job,
      StoredFinalist finalist,
      FinalistView view,
      FinalistView.Network network,
      Origins origins) {
    return new Manifest(
        job.id(),
        SpecificationParser.parse(
            job.specification().canonicalJson().getBytes(StandardCharsets.UTF_8)),
        job.specification().digest(),
        NamedFinalistsForm.json(finalist.genotype(), network.start(), finalist.settings()),
        seeds(job, finalist),
        Objects.requireNonNull(job.datasetDigest()),
        Objects.requireNonNull(job.supernet()),
        finalist.number(),
        network.start(),
        GenotypeView.of(finalist.genotype(), new GenotypeText(job.specification().space())),
        view.teacher(),
        Objects.requireNonNull(network.artifact()),
        Objects.requireNonNull(network.selectedStep()),
        Objects.requireNonNull(network.exported()).artifact(),
        origins);
  }

  private static Map<String, Long> seeds(Job job, StoredFinalist finalist) {
    DatasetReference dataset = job.specification().dataset();
    Map<String, Long> seeds = new TreeMap<>();
    seeds.put("job", job.specification().seed());
    seeds.put("split", dataset.splitSeed());
    seeds.put("evaluation", job.specification().evaluation().seed());
    seeds.put("selection", finalist.settings().selection().protocol().seed());
    seeds.put("validation", finalist.settings().validation().seed());
    seeds.put("check", finalist.settings().check().seed());
    DatasetReference.Shapes shapes = dataset.shapes();
    if (shapes != null) {
      seeds.put("shapes", shapes.seed());
    }
    return seeds;
  }
}
