package io.tamnas.trainer.dataset;

import io.tamnas.worker.dataset.Fetching;

/** Brings the configured data sets into the cache and ends: a step before the worker starts. */
public final class FetchDatasets {
  private FetchDatasets() {}

  public static void main(String[] arguments) {
    System.exit(Fetching.run(root -> new NamedDatasets(root).fetchAll(), arguments));
  }
}
