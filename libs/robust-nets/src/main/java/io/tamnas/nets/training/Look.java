package io.tamnas.nets.training;

/** What is seen of a training between two steps; it changes nothing that the steps depend on. */
@FunctionalInterface
interface Look {

  /** None at all. */
  Look NEVER = (done, observer) -> {};

  /**
   * Looks.
   *
   * @param done how many steps are done
   * @throws TrainingStopped when the observer wants it; nothing is kept then
   * @throws DivergedException where a weight is no number any more
   */
  void after(int done, TrainingObserver observer);
}
