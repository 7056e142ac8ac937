package io.tamnas.search.supernet;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All supernets that were trained here. */
@Component
public class Supernets {

  private final JdbcClient database;

  Supernets(JdbcClient database) {
    this.database = database;
  }

  /** Remembers what a trained supernet is good for; a known one stays as it is. */
  public void add(Supernet supernet) {
    database
        .sql(
            """
            insert into supernet (artifact, space, dataset, dataset_digest) values (?, ?, ?, ?)
            on conflict do nothing
            """)
        .params(supernet.artifact(), supernet.space(), supernet.dataset(), supernet.datasetDigest())
        .update();
  }

  public Optional<Supernet> find(String artifact) {
    return database
        .sql("select artifact, space, dataset, dataset_digest from supernet where artifact = ?")
        .param(artifact)
        .query(Supernet.class)
        .optional();
  }
}
