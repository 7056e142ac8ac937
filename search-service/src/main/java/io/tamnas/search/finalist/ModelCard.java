package io.tamnas.search.finalist;

import io.tamnas.protocol.dataset.DatasetReference;
import io.tamnas.search.front.ProtocolText;
import io.tamnas.search.job.Job;
import io.tamnas.search.measurement.Accuracy;
import io.tamnas.search.measurement.MaskingWarning;
import io.tamnas.space.InputShape;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a user of a network has to know (Mitchell et al. 2019, arXiv 1810.03993), in Markdown: task,
 * data, protocol, numbers, limits.
 */
record ModelCard(
    Job job, StoredFinalist finalist, FinalistView view, FinalistView.Network network) {

  String text() {
    FinalistView.Exported exported = Objects.requireNonNull(network.exported());
    return String.join(
        "\n\n",
        "# " + title(),
        task(exported),
        "## Data\n\n" + data(),
        "## Numbers\n\n" + numbers(),
        "## Cost\n\n" + cost(exported),
        "## Limits\n\n" + limits(),
        "## Origin\n\n" + origin(exported) + "\n");
  }

  private String title() {
    return "%s, finalist %d of %s"
        .formatted(job.specification().dataset().name(), finalist.number(), job.id());
  }

  private String task(FinalistView.Exported exported) {
    InputShape input = job.specification().space().input();
    return """
        Image classifier, trained to stay accurate under small adversarial changes.

        | | |
        | --- | --- |
        | file | ONNX, opset %d; SHA-256 `%s` |
        | input | `images`: float32, batch × %d × %d × %d, values in [0, 1]; normalization is inside |
        | output | `logits`: float32, batch × %d, one per class in the data set's order |
        | architecture | `%s` |
        | training | %s |
        | learned from | %s |
        | kept | the state after step %d, of those looked at every %d steps the one with the most \
        robust images under %s |"""
        .formatted(
            exported.opset(),
            exported.artifact(),
            input.channels(),
            input.height(),
            input.width(),
            job.specification().space().classes(),
            view.genotype().text(),
            training(),
            guidance(),
            Objects.requireNonNull(network.selectedStep()),
            finalist.settings().selection().interval(),
            ProtocolText.of(finalist.settings().selection().protocol()));
  }

  private String guidance() {
    FinalistView.Teacher teacher = view.teacher();
    if (teacher == null) {
      return "the true labels";
    }
    return ("the soft labels of a teacher (RSLAD, arXiv 2108.07969; weight of clean images %s):"
            + " `%s`, %s parameters, SHA-256 `%s`%s")
        .formatted(
            String.format(Locale.ROOT, "%.3g", teacher.cleanWeight()),
            teacher.genotype().text(),
            grouped(teacher.parameters()),
            Objects.requireNonNull(teacher.artifact()),
            selected(teacher.selected()));
  }

  private static String selected(FinalistView.@Nullable Measured selected) {
    return selected == null
        ? ""
        : "; it reached %s clean and %s under %s, by which its state was selected%s"
            .formatted(
                share(selected.clean()),
                share(selected.adversarial()),
                selected.protocol(),
                selected.warnings().stream()
                    .map(one -> ". **Warning:** " + one.text())
                    .collect(Collectors.joining()));
  }

  private String training() {
    return "from %s; %s"
        .formatted(
            switch (network.start()) {
              case SCRATCH -> "drawn weights";
              case SUPERNET -> "the supernet's weights";
            },
            view.training());
  }

  private String data() {
    DatasetReference dataset = job.specification().dataset();
    return ("`%s`, %d classes; %d validation images cut from the training images by seed %d; SHA-256 of the"
            + " decoded images and their division `%s`.")
        .formatted(
            dataset.name(),
            job.specification().space().classes(),
            dataset.validationImages(),
            dataset.splitSeed(),
            Objects.requireNonNull(job.datasetDigest()));
  }

  private String numbers() {
    FinalistView.Measured validated = Objects.requireNonNull(network.validated());
    return """
        On the test split, from which neither search nor training nor selection of the state \
        took an image, with 95 %% intervals (Wilson). %s

        | protocol | accuracy |
        | --- | --- |
        | clean, %d test images | %s |
        | %s | %s |%s"""
        .formatted(
            validations(),
            validated.clean().images(),
            share(validated.clean()),
            validated.protocol(),
            share(validated.adversarial()),
            warnings(validated));
  }

  private String validations() {
    int validations = view.validationsOnTest();
    return validations > 1
        ? ("This is one of %d networks of its job that are validated there so far; where it was picked"
                + " from them by these numbers, they flatter it:")
            .formatted(validations)
        : "No other network of its job is validated there so far:";
  }

  private static String warnings(FinalistView.Measured validated) {
    return validated.warnings().stream()
        .map(MaskingWarning::text)
        .map(text -> "\n\n**Warning:** " + text + ".")
        .collect(Collectors.joining());
  }

  private String cost(FinalistView.Exported exported) {
    return """
        | | |
        | --- | --- |
        | parameters counted by the search | %s |
        | multiply-adds per image | %s |
        | file | %s bytes |
        | one image | %s (%s) |
        | peak memory of a process that only classifies | %s |"""
        .formatted(
            grouped(view.parameters()),
            grouped(view.multiplyAdds()),
            grouped(exported.bytes()),
            latency(exported),
            exported.latencyProtocol(),
            memory(exported.peakMemoryBytes()));
  }

  private static String latency(FinalistView.Exported exported) {
    String median = String.format(Locale.ROOT, "%.3f ms", exported.latencyMillis());
    FinalistView.LatencySpread spread = exported.latencySpread();
    return spread == null
        ? median
        : median
            + String.format(
                Locale.ROOT,
                ", quartiles %.3f and %.3f ms",
                spread.lowerQuartileMillis(),
                spread.upperQuartileMillis());
  }

  private static String memory(@Nullable Long bytes) {
    return bytes == null ? "not known" : grouped(bytes) + " bytes";
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
  }

  private String limits() {
    return """
        - Robust means: within the budget above, in the L-infinity norm, against the attack above. \
        Other changes (rotation, blur, patches, larger budgets) were not measured.
        - Accuracy under an attack is an upper bound of the accuracy under the best attack.
        - It was measured on images of its own data set alone; on others expect less.
        - Of the logits only their order was measured; they are no calibrated probabilities.""";
  }

  private String origin(FinalistView.Exported exported) {
    return ("Found by job `%s`, specification `%s`; network `%s`. The manifest beside this card has"
            + " all that is needed to make it again. The file gave the network's logits within %s on"
            + " %d images, clean and attacked, with %s.")
        .formatted(
            job.id(),
            job.specification().digest(),
            Objects.requireNonNull(network.artifact()),
            String.format(Locale.ROOT, "%.1e", exported.largestDifference()),
            exported.images(),
            exported.runtime());
  }

  private static String share(Accuracy accuracy) {
    return String.format(
        Locale.ROOT,
        "%.1f %% [%.1f, %.1f]",
        100 * accuracy.accuracy(),
        100 * accuracy.interval().getFirst(),
        100 * accuracy.interval().getLast());
  }
}
