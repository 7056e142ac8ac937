package io.tamnas.benchmarks.load.house;

import io.tamnas.benchmarks.load.wire.Client;
import io.tamnas.benchmarks.load.wire.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A fresh service with a database of its own. */
public final class House implements AutoCloseable {

  public static final String TOKEN = "a-token-that-only-the-load-knows";

  private static final String STATEMENTS =
      """
      select round(total_plan_time + total_exec_time)::text, calls::text,
        round((total_plan_time / greatest(1, plans))::numeric, 4)::text, plans::text,
        round((total_exec_time / greatest(1, calls))::numeric, 4)::text, regexp_replace(query, '\\s+', ' ', 'g')
      from pg_stat_statements order by total_plan_time + total_exec_time desc limit 40
      """;

  private final Path directory;
  private final Profile profile;
  private final DatabaseServer database;
  private final ServiceProcess service;
  private final Client client;

  /**
   * With all its files in a directory, which is emptied before.
   *
   * @param settings what the service is told beside its defaults, as environment variables
   */
  public House(Path jar, Path directory, Map<String, String> settings, Profile profile) {
    this.directory = directory.toAbsolutePath();
    this.profile = profile;
    empty(this.directory);
    database = new DatabaseServer(this.directory.resolve("postgresql"), profile);
    try {
      service = new ServiceProcess(jar, this.directory, environment(settings), profile);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
    client = new Client(service.address());
  }

  /** Calls the service. */
  public Client client() {
    return client;
  }

  public DatabaseServer database() {
    return database;
  }

  /**
   * What a counter of the service says; 0 where nothing has counted yet.
   *
   * @param label one of its labels, as {@code name="value"}
   */
  public double counter(String name, String label) {
    Message answer = client.call("GET", "/actuator/prometheus", Map.of("host", "localhost"), "");
    if (answer.status() != 200) {
      throw new IllegalStateException("/actuator/prometheus: " + answer.start());
    }
    return answer
        .body()
        .lines()
        .filter(line -> line.startsWith(name + "{") && line.contains(label))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** What has been spent until now. */
  public Cost cost() {
    return new Cost(
        System.nanoTime() / 1e9,
        service.processorSeconds(),
        database.processorSeconds(),
        ProcessTime.of(ProcessHandle.current().pid()));
  }

  private Map<String, String> environment(Map<String, String> settings) {
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("TAMNAS_TOKEN", TOKEN);
    environment.put("TAMNAS_ARTIFACTS_DIRECTORY", directory.resolve("artifacts").toString());
    environment.put("SPRING_DATASOURCE_URL", database.url());
    environment.put("SPRING_DATASOURCE_USERNAME", DatabaseServer.user());
    return environment;
  }

  @Override
  public void close() {
    if (profile == Profile.TAKEN) {
      write(database.query(STATEMENTS));
    }
    client.close();
    service.close();
    database.close();
  }

  private void write(List<List<String>> statements) {
    try {
      Files.writeString(
          directory.resolve("statements.txt"),
          statements.stream()
              .map(row -> String.join("\t", row))
              .collect(
                  Collectors.joining(
                      "\n", "total ms\tcalls\tms to plan\tplans\tms to do\tstatement\n", "\n")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void empty(Path directory) {
    try {
      if (Files.exists(directory)) {
        try (Stream<Path> all = Files.walk(directory)) {
          for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(path);
          }
        }
      }
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
