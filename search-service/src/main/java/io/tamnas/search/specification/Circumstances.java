package io.tamnas.search.specification;

import java.util.List;
import java.util.function.Predicate;

/**
 * What else is wrong with a request than reading it shows, such as that it names what is not there.
 * It is found together with what reading finds, so that nobody has to ask twice.
 *
 * @param <T> what is read
 */
@FunctionalInterface
public interface Circumstances<T> {

  /**
   * All that is wrong; violations at places where reading has found something are left out.
   *
   * @param read with the usual value wherever something is wrong
   * @param isSound tells of a pointer whether nothing is wrong there, above it and below it
   */
  List<Violation> violations(T read, Predicate<String> isSound);
}
