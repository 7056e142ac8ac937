package io.tamnas.search.task;

import io.swagger.v3.oas.annotations.media.Schema;

/** A worker as it had registered when it made something. */
@Schema(description = "A worker as it had registered when it made something")
public record Maker(
    @Schema(description = "Of the worker's software, with its commit") String version,
    @Schema(description = "What it computed on, such as cpu") String device,
    @Schema(description = "All that changes bits: arithmetic, engine, instruction set, threads")
        String numericEnvironment) {}
