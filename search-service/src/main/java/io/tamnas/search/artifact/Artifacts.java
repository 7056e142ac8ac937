package io.tamnas.search.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All artifacts. Putting the same one twice keeps one. */
@Component
@EnableConfigurationProperties(ArtifactSettings.class)
public class Artifacts {

  private static final Logger log = LoggerFactory.getLogger(Artifacts.class);

  private static final Duration LONGEST_UPLOAD = Duration.ofDays(1);

  private final ArtifactStore store;
  private final JdbcClient database;

  Artifacts(ArtifactSettings settings, JdbcClient database, Clock clock) {
    this.database = database;
    try {
      this.store = new ArtifactStore(settings.directory(), settings.maxSize().toBytes());
      store.sweep(clock.instant().minus(LONGEST_UPLOAD));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "tamnas.artifacts.directory: " + settings.directory() + " cannot be made or written", e);
    }
  }

  /** Whether the artifact is there. */
  public boolean contains(Digest name) {
    return database
            .sql("select count(*) from artifact where sha256 = ?")
            .param(name.text())
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Keeps the content, and tells whether it is new. */
  Arrival put(Digest name, InputStream content) throws IOException {
    long size = store.put(name, content);
    int added =
        database
            .sql("insert into artifact (sha256, size) values (?, ?) on conflict do nothing")
            .params(name.text(), size)
            .update();
    if (added == 0) {
      return Arrival.KNOWN;
    }
    log.info("artifact {} stored, {} bytes", name, size);
    return Arrival.NEW;
  }

  /**
   * The file of an artifact, its digest checked.
   *
   * @throws UnknownArtifact where there is none
   */
  public Path get(Digest name) throws IOException {
    if (!contains(name)) {
      throw new UnknownArtifact(name);
    }
    return store.verified(name);
  }

  /**
   * Returns where an artifact could be put now.
   *
   * @throws IOException where not
   */
  public void requireWritable() throws IOException {
    store.requireWritable();
  }

  /** Whether an artifact was there before it was put. */
  enum Arrival {
    NEW,
    KNOWN
  }
}
