package io.tamnas.search.specification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts each hostile value in each place of a complete specification. */
class HostileValuesTest {

  private static final List<JsonNode> COMPLETE =
      List.of(
          parse(
              Specifications.read(
                      """
                      {'dataset':{'name':'shapes'},
                       'search':{'constraints':{'maxParameters':50000,'maxMultiplyAdds':9000000}},
                       'supernet':{'artifact':'%s'}}
                      """
                          .formatted("0".repeat(64)))
                  .canonicalJson()),
          parse(
              """
              {"dataset":{"name":"mnist","directory":"a"},
               "space":{"preset":"tam-nano","width":"1","blocks":["shuffle3-nl"],"scales":[1,2]},
               "training":{"attack":{"method":"pgd","epsilon":0.1,"stepSize":0.1,"steps":2}},
               "evaluation":{"attack":{"method":"fgsm","epsilon":"1/255"}}}
              """),
          parse(
              Specifications.read(
                      """
                      {'training':{'loss':{'kind':'trades'},'optimizer':{'method':'adamw'},
                         'attack':{'method':'pgd'},
                         'paths':{'policy':'parameter-bins','perStep':4,'perBatch':2,
                           'source':'mean'}},
                       'evaluation':{'attack':{'method':'sequence',
                         'attacks':[{'method':'apgd-t'},{'method':'square'}]}}}
                      """)
                  .canonicalJson()),
          parse(
              Specifications.read(
                      """
                      {'training':{'attack':{'method':'yopo'}},
                       'evaluation':{'attack':{'method':'mi-fgsm'}}}
                      """)
                  .canonicalJson()));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "0",
        "-1",
        "2147483648",
        "-9223372036854775809",
        "1e400",
        "1e999999999",
        "1e-999999999",
        "\" \"",
        "\"NaN\"",
        "\"1/0\"",
        "\"1e99/1\"",
        "\"\\u0000\\ud800\"",
        "[[[]]]",
        "[null]",
        "{}",
        "{\"\": {\"~/\": null}}"
      })
  void areReadOrRefusedButNeverBreakTheReader(String hostile) {
    JsonNode value = parse(hostile);

    for (JsonNode complete : COMPLETE) {
      List<String> pointers = new ArrayList<>();
      collect(complete, "", pointers);
      assertThat(pointers).hasSizeGreaterThan(15);
      pointers.forEach(pointer -> readWith(complete, pointer, value));
    }
  }

  private static void readWith(JsonNode complete, String pointer, JsonNode value) {
    JsonNode changed = complete.deepCopy();
    JsonNode parent = changed.at(pointer.substring(0, pointer.lastIndexOf('/')));
    String name = pointer.substring(pointer.lastIndexOf('/') + 1);
    switch (parent) {
      case ObjectNode object -> object.set(name, value);
      case ArrayNode array -> array.set(Integer.parseInt(name), value);
      default -> throw new IllegalStateException(pointer);
    }
    try {
      SearchJobSpecification read = SpecificationReader.read(changed);
      assertThat(SpecificationReader.read(parse(read.canonicalJson()))).isEqualTo(read);
    } catch (InvalidSpecification refused) {
      assertThat(refused.violations())
          .isNotEmpty()
          .allSatisfy(violation -> assertThat(violation.detail().length()).isLessThan(1000));
    }
  }

  private static void collect(JsonNode node, String pointer, List<String> pointers) {
    if (!pointer.isEmpty()) {
      pointers.add(pointer);
    }
    if (node instanceof ObjectNode object) {
      object
          .propertyStream()
          .forEach(entry -> collect(entry.getValue(), pointer + "/" + entry.getKey(), pointers));
    } else if (!node.isEmpty()) {
      collect(node.get(0), pointer + "/0", pointers);
    }
  }

  private static JsonNode parse(String text) {
    return SpecificationParser.parse(text.getBytes(UTF_8));
  }
}
