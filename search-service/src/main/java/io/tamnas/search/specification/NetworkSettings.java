package io.tamnas.search.specification;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tamnas.protocol.evaluation.NetworkProtocol;
import io.tamnas.protocol.training.CheckpointSelection;
import io.tamnas.protocol.training.TrainingSettings;
import java.util.Optional;

/**
 * How a network of its own comes about.
 *
 * @param training its paths and scale warm-up mean nothing for one network
 * @param selection which state of the training is kept, by validation images
 * @param validation what is measured once on the test split
 * @param check by what an exported file is compared with its network
 * @param distillation what it learns from in place of the true labels; the loss of its training is
 *     not used then
 */
public record NetworkSettings(
    TrainingSettings training,
    CheckpointSelection selection,
    NetworkProtocol validation,
    NetworkProtocol check,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<DistillationSettings> distillation) {}
