package io.tamnas.search.task;

import io.tamnas.protocol.task.CheckpointReport;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskFailure;
import io.tamnas.protocol.task.TaskResult;
import io.tamnas.protocol.task.TaskResult.LatencyMeasured;
import io.tamnas.protocol.task.TaskResult.NetworkExported;
import io.tamnas.protocol.task.TaskResult.NetworkMeasured;
import io.tamnas.protocol.task.TaskResult.SubnetMeasured;
import io.tamnas.protocol.task.TaskResult.SubnetTrained;
import io.tamnas.protocol.task.TaskResult.SupernetTrained;
import io.tamnas.protocol.task.TaskResult.TransferMeasured;
import io.tamnas.search.artifact.Digest;
import org.jspecify.annotations.Nullable;

/** What reports have to say. What crosses the wire may lack anything. */
final class ReportCheck {

  private ReportCheck() {}

  static void check(TaskResult result) {
    switch (result) {
      case SupernetTrained trained -> {
        requireDigest("artifact", trained.artifact());
        require("datasetDigest", trained.datasetDigest());
      }
      case SubnetMeasured measured -> {
        require("datasetDigest", measured.datasetDigest());
        require("numericEnvironment", measured.numericEnvironment());
      }
      case TransferMeasured measured -> {
        require("datasetDigest", measured.datasetDigest());
        require("numericEnvironment", measured.numericEnvironment());
      }
      case NetworkMeasured measured -> check(measured);
      case SubnetTrained trained -> {
        requireDigest("artifact", trained.artifact());
        require("selected", trained.selected());
        check(trained.selected());
      }
      case NetworkExported exported -> {
        requireDigest("artifact", exported.artifact());
        require("runtime", exported.runtime());
        if (exported.spread() != null) {
          require("spread.machine", exported.spread().machine());
        }
      }
      case LatencyMeasured measured -> require("machine", measured.machine());
    }
  }

  private static void check(NetworkMeasured measured) {
    require("datasetDigest", measured.datasetDigest());
    require("numericEnvironment", measured.numericEnvironment());
  }

  static void check(TaskFailure failure) {
    require("failureClass", failure.failureClass());
    require("reason", failure.reason());
    if (failure.failureClass() == FailureClass.LEASE_EXPIRED) {
      throw new UnusableResult("failureClass LEASE_EXPIRED is for the service alone to find");
    }
  }

  static void check(CheckpointReport report) {
    requireDigest("artifact", report.artifact());
  }

  private static void requireDigest(String member, @Nullable String value) {
    if (value == null || !Digest.isDigest(value)) {
      throw new UnusableResult(
          member + " must be the SHA-256 of an artifact in lower-case hexadecimal, is " + value);
    }
  }

  private static void require(String member, @Nullable Object value) {
    if (value == null) {
      throw new UnusableResult(member + " is missing");
    }
  }
}
