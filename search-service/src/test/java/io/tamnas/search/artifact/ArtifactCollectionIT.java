package io.tamnas.search.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tamnas.search.support.FakeWorker;
import io.tamnas.search.support.MadeUp;
import io.tamnas.search.support.Rows;
import io.tamnas.search.support.RunningService;
import io.tamnas.search.support.Service;
import io.tamnas.search.support.Submitted;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class ArtifactCollectionIT {

  @RegisterExtension static final RunningService RUNNING = new RunningService();

  private static final byte[] CONTENT = "weights".getBytes(StandardCharsets.UTF_8);
  private static final Digest NAME = new Digest(MadeUp.sha256(CONTENT));

  @TempDir private Path directory;
  private final Service service = RUNNING.service();
  private final JdbcClient database = Rows.of(RUNNING.database());
  private final ArtifactRows rows = new ArtifactRows(database);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private ArtifactStore store;

  @BeforeEach
  void open() throws IOException {
    store = new FileSystemStore(directory, 1000);
  }

  private void collect() {
    collection(store).run();
  }

  private ArtifactCollection collection(ArtifactStore from) {
    return new ArtifactCollection(
        from, rows, new CollectionSettings(true, Duration.ofDays(1), Duration.ofHours(1)), meters);
  }

  private void put() throws IOException {
    put(CONTENT);
  }

  private Digest put(byte[] content) throws IOException {
    Digest name = ArtifactStoreContract.name(content);
    rows.begin(name);
    rows.arrived(name, store.put(name, new ByteArrayInputStream(content)));
    return name;
  }

  /** Short ones, in the order of their names, which is the one they are deleted in. */
  private List<Digest> putSome(int count) throws IOException {
    List<Digest> names = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      names.add(put(ArtifactStoreContract.content(i)));
    }
    return names.stream().sorted(Comparator.comparing(Digest::text)).toList();
  }

  private List<ArtifactRows.Due> due() {
    return rows.due(Duration.ofDays(1), Duration.ofMinutes(10), 10);
  }

  private void age(String column) {
    database.sql("update artifact set " + column + " = now() - interval '25 hours'").update();
  }

  private void assertThere(boolean there) {
    assertThat(rows.isStored(NAME)).isEqualTo(there);
    assertThat(Files.exists(directory.resolve(NAME.path()))).isEqualTo(there);
  }

  @Test
  void deletesWhatNothingNamesAndNobodyTouched() throws IOException {
    put();
    age("touched_at");

    collect();

    assertThere(false);
    assertThat(meters.counter("tamnas.artifacts.collected").count()).isEqualTo(1);
    assertThat(meters.counter("tamnas.artifacts.collected.bytes").count()).isEqualTo(7);
  }

  @Test
  void keepsWhatIsYoung() throws IOException {
    put();
    age("created_at");

    collect();

    assertThere(true);
  }

  @Test
  void keepsWhatWasUploadedOnceMore() throws IOException {
    put();
    age("touched_at");
    put();

    collect();

    assertThere(true);
  }

  @Test
  void keepsWhatIsAnnounced() throws IOException {
    put();
    age("touched_at");
    assertThat(rows.touch(NAME)).isTrue();

    collect();

    assertThere(true);
  }

  @Test
  void keepsWhatIsOnItsWayIn() throws IOException {
    put();
    age("touched_at");
    assertThat(rows.begin(NAME)).contains(true);

    collect();

    assertThere(true);
  }

  @Test
  void takesNoUploadOfWhatIsBeingDeleted() throws IOException {
    put();
    age("touched_at");
    assertThat(rows.leave(due().getFirst())).isPresent();

    assertThat(due()).isEmpty();
    assertThat(rows.begin(NAME)).isEmpty();
    assertThat(rows.arrived(NAME, 7)).isFalse();
    assertThat(rows.touch(NAME)).isFalse();
    assertThat(service.upload("/api/v1/artifacts/" + NAME, CONTENT).problem())
        .isEqualTo("unavailable");
  }

  @Test
  void finishesADeletionThatBrokeOff() throws IOException {
    put();
    age("touched_at");
    rows.leave(due().getFirst());
    collect();
    assertThat(Files.exists(directory.resolve(NAME.path()))).isTrue();

    age("left_at");
    collect();

    assertThere(false);
    assertThat(rows.begin(NAME)).contains(false);
  }

  @Test
  void deletesNothingThatAnotherReplicaHasTakenOver() throws IOException {
    put();
    age("touched_at");
    ArtifactRows.Due found = due().getFirst();
    ArtifactRows.Leaving slow = rows.leave(found).orElseThrow();
    assertThat(rows.leave(found)).isEmpty();
    age("left_at");
    assertThat(rows.leave(due().getFirst())).isPresent();

    assertThat(rows.left(slow)).isFalse();
    rows.stay(slow);
    assertThat(rows.isStored(NAME)).isFalse();
  }

  @Test
  void deletesNothingThatCameAgainBeforeItsTurn() throws IOException {
    put();
    age("touched_at");
    ArtifactRows.Due found = due().getFirst();

    assertThat(rows.touch(NAME)).isTrue();

    assertThat(rows.leave(found)).isEmpty();
    assertThere(true);
  }

  @Test
  void takesUploadsOfAllButTheOneThatItDeletes() throws IOException {
    List<Digest> names = putSome(3);
    age("touched_at");
    AtomicBoolean first = new AtomicBoolean(true);
    List<Digest> taken = new ArrayList<>();
    Runnable meanwhile =
        () -> {
          if (first.getAndSet(false)) {
            names.stream().filter(name -> rows.begin(name).isPresent()).forEach(taken::add);
          }
        };

    collection(new StalledStore(store, meanwhile)).run();

    assertThat(taken).isEqualTo(names.subList(1, 3));
    assertThat(ArtifactStoreContract.listed(store)).containsExactlyInAnyOrderElementsOf(taken);
  }

  @Test
  void goesOnAfterADeletionThatFailsAndDoubtsThatArtifact() throws IOException {
    List<Digest> names = putSome(3);
    age("touched_at");
    AtomicBoolean first = new AtomicBoolean(true);

    collection(new StalledStore(store, () -> refuse(first.getAndSet(false)))).run();

    assertThat(ArtifactStoreContract.listed(store)).containsExactly(names.getFirst());
    assertThat(meters.counter("tamnas.artifacts.collected").count()).isEqualTo(2);
    assertThat(rows.isDamaged(names.getFirst())).as("may be missing").isTrue();
    assertThat(rows.begin(names.getFirst())).as("takes uploads").contains(true);
    assertThat(due()).as("is young").isEmpty();
  }

  @Test
  void endsWhereTheStoreDeletesNothingAndLocksNothing() throws IOException {
    List<Digest> names = putSome(5);
    age("touched_at");

    assertThatExceptionOfType(StoreUnavailable.class)
        .isThrownBy(() -> collection(new StalledStore(store, () -> refuse(true))).run())
        .withMessageContaining("refused 3 deletions in a row");

    assertThat(due()).extracting(ArtifactRows.Due::name).isEqualTo(names.subList(3, 5));
    assertThat(names).allSatisfy(name -> assertThat(rows.begin(name)).contains(true));
  }

  private static void refuse(boolean now) {
    if (now) {
      throw new StoreUnavailable("bucket", "answered 403 AccessDenied", null);
    }
  }

  @Test
  void doubtsWhatCameAgainWhileItsDeletionTookTooLong() throws IOException {
    put();
    age("touched_at");
    ArtifactStore stalled = new StalledStore(store, this::finishElsewhereAndPutAgain);

    collection(stalled).run();

    assertThat(rows.touch(NAME)).as("can be named").isFalse();
    assertThat(rows.isDamaged(NAME)).isTrue();
    put();
    assertThat(rows.touch(NAME)).isTrue();
    assertThere(true);
  }

  private void finishElsewhereAndPutAgain() {
    age("left_at");
    collect();
    try {
      put();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void deletesEachArtifactOnceWhereSeveralReplicasCollect() throws Exception {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      byte[] content = ("content " + i).getBytes(StandardCharsets.UTF_8);
      Digest name = new Digest(MadeUp.sha256(content));
      rows.begin(name);
      Files.createDirectories(directory.resolve(name.shelf()));
      Files.write(directory.resolve(name.path()), content);
      rows.arrived(name, content.length);
      names.add(name.text());
    }
    age("touched_at");

    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      List<Future<?>> runs = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        runs.add(threads.submit(this::collect));
      }
      for (Future<?> run : runs) {
        run.get();
      }
    }

    assertThat(meters.counter("tamnas.artifacts.collected").count()).isEqualTo(names.size());
    assertThat(ArtifactStoreContract.listed(store)).isEmpty();
  }

  @Test
  void deletesWhatLiesInTheStoreButNoRowKnows() throws IOException {
    store.put(NAME, new ByteArrayInputStream(CONTENT));
    collect();
    assertThat(Files.exists(directory.resolve(NAME.path()))).isTrue();

    Files.setLastModifiedTime(
        directory.resolve(NAME.path()), FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    collect();

    assertThere(false);
  }

  @Test
  void adoptsManyOldObjectsEachWithItsAgeAndNoneTwice() throws IOException {
    put();
    Instant longAgo = Instant.parse("2026-01-02T00:00:00Z");
    Instant old = longAgo.minusMillis(1500);
    Adoption adoption = new Adoption(rows, longAgo);
    adoption.accept(new StoredObject(NAME, 1, old));
    adoption.accept(new StoredObject(new Digest(sha256("young")), 1, longAgo));
    for (int i = 0; i < 1001; i++) {
      adoption.accept(new StoredObject(new Digest(sha256("object " + i)), i, old));
    }
    adoption.end();

    assertThat(names()).hasSize(1002).contains(sha256("object 1000"));
    assertThat(
            database
                .sql("select count(*) from artifact where touched_at = ? and created_at = ?")
                .params(old.atOffset(ZoneOffset.UTC), old.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single())
        .isEqualTo(1001);
    assertThat(
            database
                .sql("select size from artifact where sha256 = ?")
                .param(sha256("object 1000"))
                .query(Long.class)
                .single())
        .isEqualTo(1000);
  }

  @Test
  void keepsWhatASearchNeedsAndItsOldCheckpointsNot() {
    try (FakeWorker worker = new FakeWorker("one", () -> service, MadeUp::outcome).start()) {
      Submitted job = Submitted.to(service, withFinalists()).reaches("SUCCEEDED");
      put("of the training");
      checkpoint("of the training", "TRAIN_SUPERNET", "checkpoint_artifact");
      List<String> before = names();
      age("touched_at");

      collection(storeOfService()).run();

      assertThat(before).hasSizeGreaterThan(3);
      assertThat(names()).hasSize(before.size() - 1).isSubsetOf(before);
      assertThat(names()).doesNotContain(sha256("of the training"));
      String supernet = job.status().get("supernet").asString();
      assertThat(service.getAsWorker("/api/v1/artifacts/" + supernet).status()).isEqualTo(200);
      String model = job.path() + "/finalists/1/scratch/model.onnx";
      assertThat(service.get(model).status()).isEqualTo(200);
      assertThat(worker.received()).isNotEmpty();
    }
  }

  private static String withFinalists() {
    return Submitted.SMALL.strip().replaceFirst("}$", ", \"finalists\": {\"count\": 1}}");
  }

  @ParameterizedTest
  @CsvSource({
    "checkpoint_artifact, CANCELLED",
    "checkpoint_artifact, FAILED",
    "previous_checkpoint_artifact, CANCELLED",
    "previous_checkpoint_artifact, FAILED"
  })
  void keepsCheckpointsOfATrainingThatMayGoOn(String column, String end) {
    Submitted.to(service, Submitted.SMALL);
    put("half way");
    checkpoint("half way", "TRAIN_SUPERNET", column);
    for (String state : List.of("READY", "RUNNING", "FAILED")) {
      database.sql("update task set state = ?").param(state).update();
      age("touched_at");

      collection(storeOfService()).run();

      assertThat(names()).as(state).containsExactly(sha256("half way"));
    }

    database.sql("update search_job set state = ?").param(end).update();
    collection(storeOfService()).run();

    assertThat(names()).isEmpty();
  }

  @Test
  void keepsTheNetworkOfAShortTrainingUntilItIsMeasured() {
    Submitted.to(service, Submitted.SMALL);
    put("short training");
    String named = "{\"artifact\": \"" + sha256("short training") + "\"}";
    database
        .sql(
            "insert into probe (job, number, genotype, trained) select id, 1, '0', ? from search_job")
        .param(named)
        .update();
    database.sql("update task set work = ?").param(named).update();
    age("touched_at");
    collection(storeOfService()).run();
    assertThat(names()).containsExactly(sha256("short training"));

    database.sql("update task set state = 'SUCCEEDED'").update();
    collection(storeOfService()).run();

    assertThat(names()).isEmpty();
  }

  private void put(String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    service.upload("/api/v1/artifacts/" + MadeUp.sha256(content), content);
  }

  private static String sha256(String text) {
    return MadeUp.sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  private void checkpoint(String text, String kind, String column) {
    database
        .sql("update task set " + column + " = ? where kind = ?")
        .params(sha256(text), kind)
        .update();
  }

  private ArtifactStore storeOfService() {
    try {
      return new FileSystemStore(RUNNING.artifacts(), 1000);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> names() {
    return database
        .sql("select sha256 from artifact where state = 'STORED' order by sha256")
        .query(String.class)
        .list();
  }
}
