package io.tamnas.search.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.space.BlockChoice;
import io.tamnas.space.ChannelScale;
import io.tamnas.space.Genotype;
import io.tamnas.space.InputShape;
import io.tamnas.space.Preset;
import io.tamnas.space.PresetWidth;
import io.tamnas.space.SearchSpace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class UseMapTest {

  private static final SearchSpace TAM =
      Preset.TAM.space(
          new InputShape(3, 32, 32), 10, PresetWidth.EIGHTH, BlockChoice.ALL, ChannelScale.ALL);

  /** The front has squeeze-and-excitation in stage 3 at small scales. */
  private static Explanation explanation() {
    SplittableRandom random = new SplittableRandom(3);
    List<Genotype> front = new ArrayList<>();
    List<Genotype> measured = new ArrayList<>();
    for (int i = 0; i < 240; i++) {
      List<Integer> genes = new ArrayList<>(TAM.draw(random).genes());
      if (i < 40) {
        for (int layer = 8; layer < 12; layer++) {
          genes.set(layer, random.nextInt(3) < 2 ? 5 : genes.get(layer));
          genes.set(20 + layer, random.nextInt(3) < 2 ? 1 + random.nextInt(2) : 6);
        }
        front.add(new Genotype(genes));
      }
      measured.add(new Genotype(genes));
    }
    return Explanation.of(TAM, front, measured);
  }

  private static Document parsed(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> texts(Document document, String element) {
    NodeList found = document.getElementsByTagName(element);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }

  @Test
  void drawsACellPerLayerAndChoiceForEachSizeClass() throws Exception {
    List<String> pictures = explanation().pictures();
    keep(pictures);

    assertThat(pictures).hasSize(4);
    for (String picture : pictures) {
      Document document = parsed(picture);
      assertThat(texts(document, "g")).hasSize(20 * (12 + 10));
      assertThat(texts(document, "desc")).hasSize(1);
    }
    assertThat(texts(parsed(pictures.getFirst()), "title"))
        .startsWith("What the front favours: all sizes")
        .anyMatch(text -> text.matches("layer 9, shuffle5-se: .*, significant"));
  }

  @Test
  void refersToNothingOutside() {
    assertThat(explanation().pictures())
        .allSatisfy(
            picture ->
                assertThat(picture.replace("http://www.w3.org/2000/svg", ""))
                    .doesNotContain("http", "href", "url("));
  }

  @Test
  void drawsAnEmptyFrontInGrey() throws Exception {
    Explanation empty = Explanation.of(TAM, List.of(), List.of());

    assertThat(texts(parsed(empty.pictures().getFirst()), "text"))
        .contains("front n = 0, all measured n = 0; too few to be tested");
  }

  @Test
  void writesPointsWithTheirSign() {
    assertThat(UseMapWords.points(0.471)).isEqualTo("+47");
    assertThat(UseMapWords.points(-0.047)).isEqualTo("−5");
    assertThat(UseMapWords.points(-0.001)).isEqualTo("0");
  }

  /** To be looked at. */
  private static void keep(List<String> pictures) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "pictures"));
    for (int i = 0; i < pictures.size(); i++) {
      Files.writeString(folder.resolve("use-" + i + ".svg"), pictures.get(i));
    }
  }
}
