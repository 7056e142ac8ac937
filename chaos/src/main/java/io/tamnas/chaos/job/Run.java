package io.tamnas.chaos.job;

import io.tamnas.chaos.cluster.Cluster;
import io.tamnas.quickstart.job.SearchApi;
import java.util.UUID;

/** One job on one cluster. */
public final class Run implements AutoCloseable {

  private final SearchApi api;
  private final String job;
  private final Chronicle chronicle;

  private Run(SearchApi api, String job) {
    this.api = api;
    this.job = job;
    this.chronicle = Chronicle.of(api, job);
  }

  /** Posts the job and begins to watch it. */
  public static Run begin(Cluster cluster, SmallJob job) throws InterruptedException {
    SearchApi api = new SearchApi(cluster.address());
    return new Run(api, api.submit(job.specification(), new UUID(0, job.seed())).id());
  }

  public Chronicle chronicle() {
    return chronicle;
  }

  /** Waits for the end and gives what was found. */
  public Found awaitEnd() throws InterruptedException {
    chronicle.await(Standing::isEnd);
    return Found.of(api, job);
  }

  /** Of a job that has ended. */
  public Lifetime lifetime() throws InterruptedException {
    return Lifetime.of(api, job);
  }

  @Override
  public void close() {
    chronicle.close();
  }
}
