package io.tamnas.search.artifact;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Looks anew at artifacts that were found damaged: somebody may have put them right behind our
 * back. Each is read by one thread at a time. Whoever asks waits for a while, but not until a
 * worker takes the silence for a vanished service.
 */
@Component
class Repairs {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Function<Digest, StoredContent> store;
  private final Consumer<Digest> onWhole;
  private final Duration patience;
  private final Map<Digest, CompletableFuture<Boolean>> looks = new ConcurrentHashMap<>();

  @Autowired
  Repairs(ArtifactStore store, ArtifactRows rows) {
    this(store::open, rows::whole, PATIENCE);
  }

  Repairs(Function<Digest, StoredContent> store, Consumer<Digest> onWhole, Duration patience) {
    this.store = store;
    this.onWhole = onWhole;
    this.patience = patience;
  }

  /**
   * Returns where the artifact is whole again.
   *
   * @throws ArtifactDamaged where it is not, or where it takes long to find out: the next one who
   *     asks may hear of it
   * @throws StoreUnavailable where it cannot be read now
   */
  void require(Digest name) {
    CompletableFuture<Boolean> look = looks.computeIfAbsent(name, this::begin);
    try {
      look.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new ArtifactDamaged(name, "it was found broken, and is still being looked at again");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(name, "is not waited for any more", e);
    }
  }

  private CompletableFuture<Boolean> begin(Digest name) {
    CompletableFuture<Boolean> look = new CompletableFuture<>();
    Thread.ofVirtual().name("repairs").start(() -> look(name, look));
    return look;
  }

  private void look(Digest name, CompletableFuture<Boolean> look) {
    try {
      verify(name);
      onWhole.accept(name);
      looks.remove(name);
      look.complete(true);
    } catch (RuntimeException | Error e) {
      looks.remove(name);
      look.completeExceptionally(e);
    }
  }

  private void verify(Digest name) {
    try (StoredContent content = store.apply(name)) {
      content.verify();
    } catch (IOException e) {
      throw unavailable(name, "cannot be read (" + e.getMessage() + ")", e);
    }
  }

  private static StoreUnavailable unavailable(Digest name, String reason, Exception cause) {
    return new StoreUnavailable("for artifact " + name, reason, cause);
  }
}
