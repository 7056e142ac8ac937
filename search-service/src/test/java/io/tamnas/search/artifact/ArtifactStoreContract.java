package io.tamnas.search.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tamnas.search.support.MadeUp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store keeps to. */
abstract class ArtifactStoreContract {

  /** Two parts and a bit, where a store sends parts. */
  static final int LONG = 11_000_000;

  static final int LIMIT = 12_000_000;

  private static final byte[] CONTENT = content(1000);
  private static final Digest NAME = name(CONTENT);

  /** A store with nothing in it. */
  abstract ArtifactStore store() throws IOException;

  /** Puts something else where an artifact lies, behind the store's back. */
  abstract void spoil(Digest name, byte[] content) throws IOException;

  /** Another opening of the same store, such as another replica has. */
  abstract ArtifactStore again() throws IOException;

  /** Leaves behind what a process that is killed in an upload leaves. */
  abstract void breakOff(Digest name) throws IOException;

  /** How many uploads lie there that broke off. */
  abstract int brokenOff() throws IOException;

  static byte[] content(int bytes) {
    byte[] content = new byte[bytes];
    new SplittableRandom(bytes).nextBytes(content);
    return content;
  }

  static Digest name(byte[] content) {
    return new Digest(MadeUp.sha256(content));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_536, 65_537, 5 << 20, LONG})
  void givesBackWhatWasPut(int bytes) throws IOException {
    byte[] content = content(bytes);
    ArtifactStore store = store();

    assertThat(store.put(name(content), new ByteArrayInputStream(content))).isEqualTo(bytes);

    try (StoredContent stored = store.open(name(content))) {
      assertThat(stored.length()).isEqualTo(bytes);
      assertThat(stored.stream().readAllBytes()).isEqualTo(content);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, LONG})
  void keepsNothingOfOtherContent(int bytes) throws IOException {
    byte[] content = content(bytes);
    byte[] other = content.clone();
    other[bytes - 1] ^= 1;
    ArtifactStore store = store();

    assertThatExceptionOfType(DigestMismatch.class)
        .isThrownBy(() -> store.put(name(content), new ByteArrayInputStream(other)));

    assertIsEmpty(store);
  }

  @Test
  void keepsNothingThatIsTooLong() throws IOException {
    byte[] content = content(LIMIT + 1);
    ArtifactStore store = store();

    assertThatExceptionOfType(ArtifactTooLarge.class)
        .isThrownBy(() -> store.put(name(content), new ByteArrayInputStream(content)))
        .withMessageContaining(LIMIT + " bytes");

    assertIsEmpty(store);
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, LONG})
  void keepsNothingOfContentThatBreaksOff(int bytes) throws IOException {
    ArtifactStore store = store();

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () ->
                store.put(
                    name(content(bytes)),
                    new SequenceInputStream(
                        new ByteArrayInputStream(content(bytes), 0, bytes - 1), broken())));

    assertIsEmpty(store);
  }

  private static InputStream broken() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        throw new IOException("gone");
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        throw new IOException("gone");
      }
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, LONG})
  void keepsOneOfTheSameThatComesSeveralTimesAtOnce(int bytes) throws Exception {
    byte[] content = content(bytes);
    ArtifactStore store = store();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<Long>> puts = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        puts.add(threads.submit(() -> store.put(name(content), new ByteArrayInputStream(content))));
      }
      for (Future<Long> put : puts) {
        assertThat(put.get()).isEqualTo(bytes);
      }
    }

    assertThat(read(store, name(content))).isEqualTo(content);
    assertThat(listed(store)).containsExactly(name(content));
    assertThat(brokenOff()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, LONG})
  void keepsTheSameThatComesAgainButNothingElseUnderItsName(int bytes) throws IOException {
    byte[] content = content(bytes);
    byte[] other = content(bytes + 1);
    ArtifactStore store = store();
    store.put(name(content), new ByteArrayInputStream(content));

    assertThat(store.put(name(content), new ByteArrayInputStream(content))).isEqualTo(bytes);
    assertThatExceptionOfType(DigestMismatch.class)
        .isThrownBy(() -> store.put(name(content), new ByteArrayInputStream(other)));

    assertThat(read(store, name(content))).isEqualTo(content);
    assertThat(brokenOff()).isZero();
  }

  @Test
  void saysWhereThereIsNothing() throws IOException {
    ArtifactStore store = store();

    assertThatExceptionOfType(ArtifactDamaged.class)
        .isThrownBy(() -> store.open(NAME))
        .withMessageContaining("missing")
        .withMessageContaining("upload it again");
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 65_536, 200_000})
  void givesNothingBrokenToItsEnd(int bytes) throws IOException {
    byte[] content = content(bytes);
    ArtifactStore store = store();
    store.put(name(content), new ByteArrayInputStream(content));
    byte[] flipped = content.clone();
    flipped[bytes / 2] ^= 64;

    for (byte[] other :
        List.of(
            flipped,
            Arrays.copyOf(content, bytes - 1),
            Arrays.copyOf(content, bytes + 1),
            new byte[0])) {
      spoil(name(content), other);
      assertThatExceptionOfType(ArtifactDamaged.class).isThrownBy(() -> read(store, name(content)));
    }
  }

  /** So nobody waits for as long as all of it takes to read. */
  @Test
  void givesTheBeginningOfALongOneBeforeItHasReadTheEnd() throws IOException {
    byte[] content = content(LONG);
    byte[] other = content.clone();
    other[LONG - 1] ^= 1;
    ArtifactStore store = store();
    store.put(name(content), new ByteArrayInputStream(content));
    spoil(name(content), other);

    try (StoredContent stored = store.open(name(content))) {
      assertThat(stored.stream().readNBytes(1000)).isEqualTo(Arrays.copyOf(content, 1000));
      assertThatExceptionOfType(ArtifactDamaged.class)
          .isThrownBy(() -> stored.stream().readAllBytes());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, LONG})
  void replacesWhatIsBroken(int bytes) throws IOException {
    byte[] content = content(bytes);
    ArtifactStore store = store();
    store.put(name(content), new ByteArrayInputStream(content));
    spoil(name(content), new byte[] {1, 2, 3});

    store.put(name(content), new ByteArrayInputStream(content));

    assertThat(read(store, name(content))).isEqualTo(content);
    assertThat(brokenOff()).isZero();
  }

  @Test
  void deletes() throws IOException {
    ArtifactStore store = store();
    store.put(NAME, new ByteArrayInputStream(CONTENT));

    store.delete(NAME);
    store.delete(NAME);

    assertThat(listed(store)).isEmpty();
    assertThatExceptionOfType(ArtifactDamaged.class).isThrownBy(() -> store.open(NAME));
  }

  @Test
  void showsWhatLiesThere() throws IOException {
    ArtifactStore store = store();
    store.mark("mark", UUID.randomUUID());
    store.put(NAME, new ByteArrayInputStream(CONTENT));
    List<StoredObject> all = new ArrayList<>();

    store.list(all::add);

    assertThat(all).hasSize(1);
    assertThat(all.getFirst().name()).isEqualTo(NAME);
    assertThat(all.getFirst().size()).isEqualTo(1000);
    assertThat(Duration.between(all.getFirst().changedAt(), Instant.now()))
        .isLessThan(Duration.ofMinutes(5));
  }

  @Test
  void keepsEachMarkAsTheFirstHasSetIt() throws IOException {
    UUID one = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    ArtifactStore store = store();

    assertThat(store.mark("mark", one)).isEqualTo(one);
    assertThat(again().mark("mark", other)).isEqualTo(one);
    assertThat(store.mark("another", other)).isEqualTo(other);
  }

  @Test
  void refusesAMarkThatSaysNothing() throws IOException {
    ArtifactStore store = store();
    spoilMark("mark", "garbage");

    assertThatExceptionOfType(StoreRefused.class)
        .isThrownBy(() -> store.mark("mark", UUID.randomUUID()))
        .withMessageContaining("mark must hold a UUID")
        .withMessageContaining("garbage");
  }

  abstract void spoilMark(String name, String text) throws IOException;

  @Test
  void sweepsWhatOldUploadsHaveLeft() throws IOException {
    ArtifactStore store = store();
    store.put(NAME, new ByteArrayInputStream(CONTENT));
    breakOff(name(content(7)));

    store.sweep(Instant.now().minus(Duration.ofDays(1)));
    assertThat(brokenOff()).isEqualTo(1);
    store.sweep(Instant.now().plus(Duration.ofDays(1)));

    assertThat(brokenOff()).isZero();
    assertThat(read(store, NAME)).isEqualTo(CONTENT);
  }

  private void assertIsEmpty(ArtifactStore store) throws IOException {
    assertThat(listed(store)).isEmpty();
    assertThat(brokenOff()).isZero();
  }

  static List<Digest> listed(ArtifactStore store) {
    List<Digest> names = new ArrayList<>();
    store.list(object -> names.add(object.name()));
    return names;
  }

  static byte[] read(ArtifactStore store, Digest name) throws IOException {
    try (StoredContent content = store.open(name)) {
      return content.stream().readAllBytes();
    }
  }
}
