package io.tamnas.search.transfer;

import io.tamnas.search.measurement.Accuracy;
import io.tamnas.search.transfer.TransferMatrixView.Subnet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * A measured transfer matrix as a picture: a row per source and one of the images as they are, a
 * column per target.
 *
 * @param caption under what the numbers were measured
 * @param labels of the subnets, short
 * @param legend what the labels stand for, a line each
 * @param clean per target, a share
 * @param adversarial per source, per target, a share
 */
public record HeatMap(
    String caption,
    List<String> labels,
    List<String> legend,
    List<Double> clean,
    List<List<Double>> adversarial) {

  /** Of a matrix; empty until it is measured. */
  public static Optional<HeatMap> of(TransferMatrixView view) {
    List<List<Accuracy>> matrix = view.matrix();
    if (matrix == null) {
      return Optional.empty();
    }
    List<Subnet> subnets = view.subnets();
    return Optional.of(
        new HeatMap(
            view.protocol().text(),
            numbered(subnets.size()),
            IntStream.range(0, subnets.size()).mapToObj(i -> legend(i, subnets.get(i))).toList(),
            subnets.stream().map(one -> Objects.requireNonNull(one.clean()).accuracy()).toList(),
            matrix.stream().map(row -> row.stream().map(Accuracy::accuracy).toList()).toList()));
  }

  private static List<String> numbered(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(String::valueOf).toList();
  }

  private static String legend(int index, Subnet subnet) {
    return "%d  %s parameters  %s"
        .formatted(
            index + 1,
            String.format(Locale.ROOT, "%,d", subnet.parameters()).replace(',', ' '),
            subnet.genotype().text());
  }

  /** The picture as a PNG. */
  public byte[] png() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(new HeatMapDrawing(this).image(), "png", bytes)) {
        throw new IllegalStateException("this JDK writes no PNG");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
