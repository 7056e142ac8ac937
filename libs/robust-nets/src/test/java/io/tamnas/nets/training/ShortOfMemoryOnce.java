package io.tamnas.nets.training;

import ai.djl.engine.EngineException;
import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.dataset.Images;
import io.tamnas.space.InputShape;

/** A data set whose reading fails once, as the engine does when memory does not suffice. */
final class ShortOfMemoryOnce implements Dataset {
  private final Dataset dataset;
  private int left;

  /** Fails after so many images. */
  ShortOfMemoryOnce(Dataset dataset, int left) {
    this.dataset = dataset;
    this.left = left;
  }

  @Override
  public Images training() {
    Images images = dataset.training();
    return new Images() {
      @Override
      public int size() {
        return images.size();
      }

      @Override
      public int label(int index) {
        return images.label(index);
      }

      @Override
      public void copyPixels(int index, byte[] target, int offset) {
        if (left-- == 0) {
          throw new EngineException("DefaultCPUAllocator: can't allocate memory");
        }
        images.copyPixels(index, target, offset);
      }
    };
  }

  @Override
  public Images validation() {
    return dataset.validation();
  }

  @Override
  public Images test() {
    return dataset.test();
  }

  @Override
  public String name() {
    return dataset.name();
  }

  @Override
  public InputShape shape() {
    return dataset.shape();
  }

  @Override
  public int classes() {
    return dataset.classes();
  }

  @Override
  public String digest() {
    return dataset.digest();
  }
}
