package io.tamnas.search.explanation;

import io.tamnas.space.BlockChoice;
import io.tamnas.space.ChannelScale;
import io.tamnas.space.Layer;
import io.tamnas.space.SearchSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Counts every choice of every layer in every size class, and tests what can be tested. */
final class Counting {

  private final SearchSpace space;
  private final List<Members> groups;
  private final List<Double> values;
  private final Map<Cell, Significance> tested;

  Counting(SearchSpace space, List<Members> groups) {
    this.space = space;
    this.groups = groups;
    List<Cell> cells = cells().stream().filter(Cell::isTested).toList();
    values = cells.stream().map(cell -> FrontTest.p(cell.front(), cell.measured())).toList();
    tested = tested(cells, values);
  }

  int tests() {
    return tested.size();
  }

  /** The p of each test. */
  List<Double> values() {
    return values;
  }

  int significant() {
    return (int) tested.values().stream().filter(Significance::significant).count();
  }

  List<LayerUse> layers() {
    List<Integer> stages = Stages.of(space);
    return IntStream.range(0, stages.size()).mapToObj(i -> layer(i, stages.get(i))).toList();
  }

  private List<Cell> cells() {
    List<Integer> sizes = space.geneSizes();
    List<Cell> cells = new ArrayList<>();
    for (Members members : groups) {
      for (int gene = 0; gene < sizes.size(); gene++) {
        for (int choice = 0; choice < sizes.get(gene); choice++) {
          cells.add(Cell.of(members, gene, choice));
        }
      }
    }
    return cells;
  }

  private static Map<Cell, Significance> tested(List<Cell> cells, List<Double> values) {
    Family family = new Family(values);
    Map<Cell, Significance> found = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      found.put(cells.get(i), family.of(values.get(i)));
    }
    return found;
  }

  private LayerUse layer(int index, int stage) {
    Layer layer = space.layers().get(index);
    List<BlockChoice> blocks = layer.blocks();
    List<ChannelScale> scales = layer.scales();
    int scaleGene = space.layers().size() + index;
    return new LayerUse(
        index + 1,
        stage,
        IntStream.range(0, blocks.size())
            .mapToObj(i -> choice(index, i, blocks.get(i).text()))
            .toList(),
        IntStream.range(0, scales.size())
            .boxed()
            .sorted(Comparator.comparing(scales::get))
            .map(i -> choice(scaleGene, i, scales.get(i).text()))
            .toList());
  }

  private ChoiceUse choice(int gene, int choice, String text) {
    return new ChoiceUse(
        text, groups.stream().map(members -> use(Cell.of(members, gene, choice))).toList());
  }

  private Use use(Cell cell) {
    return new Use(cell.size(), cell.front(), cell.measured(), tested.get(cell));
  }
}
