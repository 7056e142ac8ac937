package io.tamnas.search.finalist;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tamnas.search.task.Maker;
import java.util.List;

/** Who made a network and what came before it. */
@Schema(
    name = "Origins",
    description =
        "Who made a network and what came before it: versions and numeric environments. Empty where"
            + " nothing was made, or the worker was gone before this was kept")
record Origins(
    @Schema(description = "Version and commit of the service that led it; unknown outside a build")
        String service,
    List<Maker> supernet,
    @Schema(description = "Numeric environments of the search's measurements") List<String> search,
    List<Maker> teacher,
    List<Maker> training,
    List<Maker> validation,
    List<Maker> export,
    @Schema(description = "What the file was checked and timed with") String runtime,
    @Schema(description = "Version of ONNX's operators that the file uses") int opset) {
  Origins {
    supernet = List.copyOf(supernet);
    search = List.copyOf(search);
    teacher = List.copyOf(teacher);
    training = List.copyOf(training);
    validation = List.copyOf(validation);
    export = List.copyOf(export);
  }
}
