package io.tamnas.benchmarks.load.worker;

import io.tamnas.benchmarks.load.wire.Client;
import io.tamnas.benchmarks.load.wire.Message;
import io.tamnas.benchmarks.load.wire.Server;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Workers in one process, each under a loopback address of its own. */
public final class SimulatedWorkers implements AutoCloseable {

  private static final int PER_NETWORK = 250;

  private final Server server;
  private final Map<String, SimulatedWorker> byAddress = new HashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Ledger ledger = new Ledger();

  /** So many, whose measurements take so long. */
  public SimulatedWorkers(int count, Client client, Duration work) {
    server = new Server(this::answer);
    ServiceCalls service = new ServiceCalls(client);
    for (int i = 0; i < count; i++) {
      String address = "127.1.%d.%d".formatted(i / PER_NETWORK, 1 + i % PER_NETWORK);
      URI url = URI.create("http://" + address + ":" + server.port());
      byAddress.put(
          address, new SimulatedWorker("worker-%04d".formatted(i), url, service, work, ledger));
    }
  }

  /** Registers all, and goes on registering them. */
  public SimulatedWorkers start() {
    List<SimulatedWorker> all = new ArrayList<>(byAddress.values());
    all.forEach(SimulatedWorker::register);
    all.forEach(worker -> threads.execute(worker::registerForEver));
    return this;
  }

  public Ledger ledger() {
    return ledger;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.close();
  }

  private Message answer(InetAddress called, Message request) {
    try {
      return Objects.requireNonNull(byAddress.get(called.getHostAddress())).answer(request);
    } catch (RuntimeException e) {
      ledger.failed(request.start() + ": " + e);
      throw e;
    }
  }
}
