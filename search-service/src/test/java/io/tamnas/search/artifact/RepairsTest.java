package io.tamnas.search.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RepairsTest {

  private static final Digest NAME = new Digest("a".repeat(64));

  private final List<Digest> whole = new CopyOnWriteArrayList<>();
  private final AtomicInteger opened = new AtomicInteger();

  private Repairs repairs(Function<Digest, StoredContent> store, Duration patience) {
    return new Repairs(
        name -> {
          opened.incrementAndGet();
          return store.apply(name);
        },
        whole::add,
        patience);
  }

  private static StoredContent content() {
    return new StoredContent(new ByteArrayInputStream(new byte[7]), 7);
  }

  @Test
  void findsThatItIsWholeAgain() {
    repairs(name -> content(), Duration.ofMinutes(1)).require(NAME);

    assertThat(whole).containsExactly(NAME);
  }

  @Test
  void saysEachTimeThatItIsStillBroken() {
    Repairs repairs =
        repairs(
            name -> {
              throw new ArtifactDamaged(name, "its file is missing from the store");
            },
            Duration.ofMinutes(1));

    for (int i = 0; i < 2; i++) {
      assertThatExceptionOfType(ArtifactDamaged.class)
          .isThrownBy(() -> repairs.require(NAME))
          .withMessageContaining("missing");
    }

    assertThat(opened).hasValue(2);
    assertThat(whole).isEmpty();
  }

  @Test
  void saysWhereTheStoreCannotBeRead() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            throw new IOException("gone");
          }
        };

    assertThatExceptionOfType(StoreUnavailable.class)
        .isThrownBy(
            () ->
                repairs(name -> new StoredContent(broken, 7), Duration.ofMinutes(1)).require(NAME))
        .withMessageContaining("gone");
    assertThat(whole).isEmpty();
  }

  @Test
  void keepsNobodyWaitingForALongOneAndReadsItOnce() {
    CountDownLatch slow = new CountDownLatch(1);
    Repairs repairs =
        repairs(
            name -> new StoredContent(new SlowContent(content().stream(), slow), 7),
            Duration.ofMillis(20));

    for (int i = 0; i < 2; i++) {
      assertThatExceptionOfType(ArtifactDamaged.class)
          .isThrownBy(() -> repairs.require(NAME))
          .withMessageContaining("still being looked at");
    }
    assertThat(opened).hasValue(1);
    assertThat(whole).isEmpty();

    slow.countDown();
    await().untilAsserted(() -> assertThat(whole).containsExactly(NAME));
  }

  /** Bytes that come when the time has come. */
  private static final class SlowContent extends FilterInputStream {

    private final CountDownLatch ready;

    SlowContent(InputStream content, CountDownLatch ready) {
      super(content);
      this.ready = ready;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        ready.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      return super.read(bytes, offset, length);
    }
  }
}
