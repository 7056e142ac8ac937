package io.tamnas.search.latency;

import io.tamnas.space.SearchSpace;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Under what a genotype's latency is measured; with the genotype, all that it depends on.
 *
 * @param spaceDigest SHA-256 of the space's text form, which tells the size of images too
 * @param protocol as JSON with its members in fixed order
 * @param machine the kind of machine
 */
public record LatencyKey(String spaceDigest, String protocol, String machine) {

  /** Of subnets of that space. */
  public static LatencyKey of(SearchSpace space, String protocol, String machine) {
    try {
      byte[] text = space.text().getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
      return new LatencyKey(HexFormat.of().formatHex(digest), protocol, machine);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
