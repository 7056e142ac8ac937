package io.tamnas.search.measurement;

import io.tamnas.protocol.task.TaskResult.SubnetMeasured;
import java.util.Comparator;

/** What a worker has found of a genotype, and under what. */
public record MeasuredSubnet(MeasurementKey key, String genotype, SubnetMeasured measured) {

  /** Who stores the same at the same time keeps to it, so that no two wait for each other. */
  static final Comparator<MeasuredSubnet> ORDER =
      Comparator.comparing((MeasuredSubnet one) -> one.key().supernet())
          .thenComparing(MeasuredSubnet::genotype)
          .thenComparing(one -> one.key().protocol())
          .thenComparing(one -> one.key().datasetDigest())
          .thenComparing(one -> one.measured().numericEnvironment());

  /** All that makes a measurement another one. */
  record Identity(MeasurementKey key, String genotype, String numericEnvironment) {}

  Identity identity() {
    return new Identity(key, genotype, measured.numericEnvironment());
  }
}
