package io.tamnas.search.specification;

import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the text of a specification as strict JSON: no member twice, nothing behind the document,
 * numbers exact, and bounds on size and depth.
 */
public final class SpecificationParser {

  /** The most bytes that a specification may have. */
  public static final int MAX_BYTES = 512 * 1024;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(32)
                          .maxNumberLength(64)
                          .maxStringLength(4096)
                          .maxNameLength(256)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private SpecificationParser() {}

  /**
   * The document that a stream holds. Reads no further than {@link #MAX_BYTES}; does not close.
   *
   * @throws MalformedSpecification where it breaks off or is no JSON, naming line and column
   * @throws SpecificationTooLarge where it is longer than {@link #MAX_BYTES}
   */
  public static JsonNode parse(InputStream body) {
    try {
      return parse(body.readNBytes(MAX_BYTES + 1));
    } catch (IOException e) {
      throw new MalformedSpecification("the body breaks off before its end");
    }
  }

  /**
   * The document in a text.
   *
   * @throws MalformedSpecification where it is no JSON, naming line and column
   * @throws SpecificationTooLarge where it is longer than {@link #MAX_BYTES}
   */
  public static JsonNode parse(byte[] body) {
    if (body.length > MAX_BYTES) {
      throw new SpecificationTooLarge(MAX_BYTES);
    }
    JsonNode document;
    try {
      document = MAPPER.readTree(body);
    } catch (MismatchedInputException e) {
      throw new MalformedSpecification("something stands behind the end of the document");
    } catch (NumberFormatException e) {
      throw new MalformedSpecification("the exponent of a number is beyond all limits");
    } catch (JacksonException e) {
      throw new MalformedSpecification(JsonFault.describe(e));
    }
    if (document.isMissingNode()) {
      throw new MalformedSpecification(
          "the body is empty; the smallest specification is {\"dataset\": {\"name\": \"shapes\"}}");
    }
    return document;
  }
}
