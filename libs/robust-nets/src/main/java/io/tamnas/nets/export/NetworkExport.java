package io.tamnas.nets.export;

import ai.djl.ndarray.NDManager;
import io.tamnas.nets.dataset.Images;
import io.tamnas.nets.measuring.ImageTensors;
import io.tamnas.nets.measuring.MeasuringObserver;
import java.nio.file.Path;

/** Writes a network as an ONNX file, checks the file, and measures what running it takes. */
public final class NetworkExport {
  private static final String FILE = "network.onnx";

  private final ExportProtocol protocol;
  private final Path folder;

  /**
   * Under a protocol.
   *
   * @param folder of whatever is written; must be there and be writable; whoever made it deletes it
   */
  public NetworkExport(ExportProtocol protocol, Path folder) {
    this.protocol = protocol;
    this.folder = folder;
  }

  /**
   * Exports a network.
   *
   * @param images of the network's shape and classes, at least as many as the protocol wants
   * @param split name of the images, for messages
   * @param manager of tensors on the network's device; nothing stays in it
   * @throws ExportMismatchException where the file does not give what the network gives
   * @throws RefusedFileException where ONNX Runtime does not take or run the file
   * @throws IllegalStateException where the process that measures the file fails
   * @throws io.tamnas.nets.measuring.MeasuringStopped when the observer wants it
   */
  public ExportedNetwork export(
      FoldedNetwork network,
      Origin origin,
      Images images,
      String split,
      NDManager manager,
      MeasuringObserver observer) {
    Path file = folder.resolve(FILE);
    OnnxModel.write(network, origin, file);
    ExportCheck check = new ExportCheck(network, protocol.attack(), protocol.seed());
    try (NDManager scratch = manager.newSubManager()) {
      Agreement agreement =
          check.compare(
              file,
              ImageTensors.first(
                  images, split, network.input(), protocol.images(), protocol.batchSize(), scratch),
              observer);
      Footprint footprint = new LoneProcess(folder).measure(file, protocol.latency(), observer);
      return new ExportedNetwork(file, agreement, footprint);
    }
  }
}
