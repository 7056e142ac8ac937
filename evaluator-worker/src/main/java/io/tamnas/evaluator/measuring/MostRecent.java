package io.tamnas.evaluator.measuring;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The few most recently used things, each under its key. For one thread. */
final class MostRecent<K, V> {
  private final int size;
  private final Consumer<V> farewell;
  private final Deque<Entry<K, V>> newestFirst = new ArrayDeque<>();

  private record Entry<K, V>(K key, V value) {}

  /**
   * Keeps that many.
   *
   * @param farewell is called with each that has to go
   */
  MostRecent(int size, Consumer<V> farewell) {
    this.size = size;
    this.farewell = farewell;
  }

  /** The thing of that key; it is made where it is not kept, after the oldest has made room. */
  V get(K key, Supplier<V> making) {
    for (Entry<K, V> entry : newestFirst) {
      if (entry.key().equals(key)) {
        newestFirst.remove(entry);
        newestFirst.addFirst(entry);
        return entry.value();
      }
    }
    while (newestFirst.size() >= size) {
      farewell.accept(newestFirst.removeLast().value());
    }
    V made = making.get();
    newestFirst.addFirst(new Entry<>(key, made));
    return made;
  }

  /** Lets the thing of that key go, where it is kept. */
  void remove(K key) {
    for (Entry<K, V> entry : newestFirst) {
      if (entry.key().equals(key)) {
        newestFirst.remove(entry);
        farewell.accept(entry.value());
        return;
      }
    }
  }

  /** Lets all go. */
  void clear() {
    newestFirst.forEach(entry -> farewell.accept(entry.value()));
    newestFirst.clear();
  }
}
