package io.tamnas.search.specification;

import java.util.List;

/**
 * How members of the last front become networks of their own.
 *
 * @param count how many of the front; 0 is none
 * @param starts each of them is trained once from each, in the order of their declaration
 * @param network the same for all of them
 */
public record FinalistSettings(int count, List<FinalistStart> starts, NetworkSettings network) {

  /** The most finalists of a job. */
  public static final int MOST = 12;

  public FinalistSettings {
    starts = starts.stream().sorted().toList();
  }
}
