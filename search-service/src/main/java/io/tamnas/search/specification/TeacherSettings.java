package io.tamnas.search.specification;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.tamnas.protocol.training.CheckpointSelection;
import io.tamnas.protocol.training.TrainingSettings;
import java.util.List;

/** Where the network comes from that finalists learn from. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "source")
@JsonSubTypes({
  @JsonSubTypes.Type(value = TeacherSettings.Trained.class, name = "trained"),
  @JsonSubTypes.Type(value = TeacherSettings.Given.class, name = "given")
})
public sealed interface TeacherSettings {

  /**
   * It is trained first, from scratch, on the true labels.
   *
   * @param genotype of the job's space: L block genes, then L channel genes
   * @param training its paths and scale warm-up mean nothing for one network
   * @param selection which state of the training is kept, as of finalists
   */
  record Trained(List<Integer> genotype, TrainingSettings training, CheckpointSelection selection)
      implements TeacherSettings {
    public Trained {
      genotype = List.copyOf(genotype);
    }
  }

  /**
   * It was trained here before.
   *
   * @param artifact SHA-256 of its file
   */
  record Given(String artifact) implements TeacherSettings {}
}
