package io.tamnas.search.artifact;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks whether database and store belong together before anything is served, dispatched or swept.
 * A service that is only put together, as where an image is built, has neither.
 */
@Component
class StoreCheck implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(StoreCheck.class);

  private final StoreIdentity identity;
  private final ArtifactStore store;
  private volatile boolean done;

  StoreCheck(StoreIdentity identity, ArtifactStore store) {
    this.identity = identity;
    this.store = store;
  }

  /**
   * Ends the start of the service where they do not.
   *
   * @throws StoreRefused where the store is another database's, or cannot be used
   */
  @Override
  public void start() {
    identity.require();
    log.info("artifacts lie in {}", store.place());
    done = true;
  }

  @Override
  public void stop() {
    done = false;
  }

  @Override
  public boolean isRunning() {
    return done;
  }

  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }
}
