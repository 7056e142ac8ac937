package io.tamnas.search.finalist;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tamnas.search.front.GenotypeView;
import io.tamnas.search.job.Job;
import io.tamnas.search.specification.FinalistStart;
import io.tamnas.space.GenotypeText;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All that is needed to make a network again, and to see that it is the same. */
@Schema(
    name = "Manifest",
    description = "All that is needed to make a network again, and to see that it is the same")
record Manifest(
    UUID job,
    @Schema(description = "Of the job, with every default; its seeds are in it")
        JsonNode specification,
    @Schema(description = "SHA-256 of the specification without its name")
        String specificationDigest,
    @Schema(description = "Of the decoded images and their division") String datasetDigest,
    @Schema(description = "SHA-256 of the supernet's artifact") String supernet,
    int finalist,
    FinalistStart start,
    GenotypeView genotype,
    @Schema(description = "Its training, selection and protocols, as they were asked for")
        JsonNode settings,
    @Schema(description = "What it learned from; null: the true labels")
        FinalistView.@Nullable Teacher teacher,
    @Schema(description = "SHA-256 of the trained network") String network,
    @Schema(description = "The step whose state was kept") int selectedStep,
    @Schema(description = "SHA-256 of the ONNX file") String model,
    @Schema(description = "Where it was trained and selected: versions, instruction set, threads")
        @Nullable String trainedOn,
    @Schema(description = "Where it was validated") @Nullable String validatedOn,
    @Schema(description = "What the file was checked with") String checkedWith) {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  static Manifest of(
      Job job, StoredFinalist finalist, FinalistView view, FinalistView.Network network) {
    FinalistView.Measured selected = network.selected();
    FinalistView.Measured validated = network.validated();
    FinalistView.Exported exported = Objects.requireNonNull(network.exported());
    return new Manifest(
        job.id(),
        MAPPER.readTree(job.specification().canonicalJson()),
        job.specification().digest(),
        Objects.requireNonNull(job.datasetDigest()),
        Objects.requireNonNull(job.supernet()),
        finalist.number(),
        network.start(),
        GenotypeView.of(finalist.genotype(), new GenotypeText(job.specification().space())),
        MAPPER.valueToTree(finalist.settings()),
        view.teacher(),
        Objects.requireNonNull(network.artifact()),
        Objects.requireNonNull(network.selectedStep()),
        exported.artifact(),
        selected == null ? null : selected.numericEnvironment(),
        validated == null ? null : validated.numericEnvironment(),
        exported.runtime());
  }
}
