package io.tamnas.search.finalist;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.search.front.GenotypeView;
import io.tamnas.search.measurement.Accuracy;
import io.tamnas.search.measurement.MaskingWarning;
import io.tamnas.search.specification.FinalistStart;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finalists as no job has found them. */
public final class MadeUpFinalists {

  public static final String SELECTION =
      "every 40 steps by PGD-10, ε 8/255, 128 validation images, seed 1";
  public static final String AUTOATTACK = "AutoAttack standard, ε 8/255, 256 test images, seed 1";
  public static final String FGSM = "FGSM, ε 8/255, 16 test images, seed 1";
  public static final String TRAINING = "400 steps of 64 images";
  public static final GenotypeView GENOTYPE = new GenotypeView(List.of(0, 1), "shuffle3@0.4");

  private MadeUpFinalists() {}

  public static FinalistView.Measured measured(String protocol, MaskingWarning... warnings) {
    return new FinalistView.Measured(
        protocol, Accuracy.of(192, 256), Accuracy.of(128, 256), List.of(warnings), "test");
  }

  public static FinalistView.Exported exported(String machine) {
    return new FinalistView.Exported(
        "a".repeat(64),
        20_000,
        17,
        256,
        1e-6,
        0.5,
        "median of 500 single images, on: " + machine,
        new FinalistView.LatencySpread(0.4, 0.8, machine),
        50_000_000L,
        "a runtime");
  }

  /** One that has come to its end. */
  public static FinalistView.Network network(
      FinalistView.Measured selected, FinalistView.Measured validated, String machine) {
    return new FinalistView.Network(
        FinalistStart.SCRATCH,
        NetworkStage.FINISHED,
        1,
        "b".repeat(64),
        200,
        selected,
        validated,
        exported(machine),
        null,
        Instant.EPOCH,
        new FinalistView.Links("model", "card", "manifest"));
  }

  public static FinalistView.Network failed(String reason) {
    return new FinalistView.Network(
        FinalistStart.SUPERNET,
        NetworkStage.FAILED,
        0,
        null,
        null,
        null,
        null,
        null,
        new FinalistView.Failure(FailureClass.DIVERGED, reason),
        Instant.EPOCH,
        new FinalistView.Links("model", "card", "manifest"));
  }

  public static FinalistView.Teacher teacher(double cleanWeight, MaskingWarning... warnings) {
    return new FinalistView.Teacher(
        NetworkStage.FINISHED,
        1,
        new GenotypeView(List.of(3, 9), "shuffle7-se@2.0"),
        90_000,
        "800 steps of 64 images",
        "c".repeat(64),
        400,
        measured("PGD-10 of the teacher", warnings),
        cleanWeight,
        null);
  }

  public static FinalistView.Teacher failedTeacher(String reason) {
    return new FinalistView.Teacher(
        NetworkStage.FAILED,
        0,
        new GenotypeView(List.of(3, 9), "shuffle7-se@2.0"),
        90_000,
        "800 steps of 64 images",
        null,
        null,
        null,
        1 / 6.0,
        new FinalistView.Failure(FailureClass.DIVERGED, reason));
  }

  /** Trained as usual, on the true labels where nobody teaches. */
  public static FinalistView finalist(
      int number,
      String validation,
      FinalistView.@Nullable Teacher teacher,
      FinalistView.Network... networks) {
    return finalist(number, TRAINING, validation, teacher, measured("PGD-10"), networks);
  }

  public static FinalistView finalist(
      int number,
      String training,
      String validation,
      FinalistView.@Nullable Teacher teacher,
      FinalistView.Measured estimate,
      FinalistView.Network... networks) {
    return new FinalistView(
        number,
        GENOTYPE,
        Finalist.Reason.KNEE,
        12_000,
        900_000,
        estimate,
        List.of(networks),
        training,
        SELECTION,
        validation,
        teacher,
        number,
        Instant.EPOCH);
  }
}
