package io.tamnas.search.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Artifacts as objects of one bucket, named as files of a {@link FileSystemStore} are. Faults that
 * pass are tried again, a few times; what is left of them is {@link StoreUnavailable}.
 */
final class ObjectStore implements ArtifactStore, AutoCloseable {

  /** Each holds a part in memory. */
  private static final int UPLOADS_AT_ONCE = 8;

  private final S3Client client;
  private final ObjectStoreSettings settings;
  private final long maxBytes;
  private final ObjectFaults faults;
  private final Semaphore uploads = new Semaphore(UPLOADS_AT_ONCE);

  ObjectStore(S3Client client, ObjectStoreSettings settings, long maxBytes) {
    this.client = client;
    this.settings = settings;
    this.maxBytes = maxBytes;
    this.faults = new ObjectFaults(settings.toString());
  }

  @Override
  public long put(Digest name, InputStream content) throws IOException {
    uploads.acquireUninterruptibly();
    try {
      return upload(name).send(content);
    } catch (SdkException e) {
      throw faults.of(e);
    } finally {
      uploads.release();
    }
  }

  private ObjectUpload upload(Digest name) {
    return new ObjectUpload(
        client,
        settings.bucket(),
        key(name),
        name,
        Math.toIntExact(settings.part().toBytes()),
        maxBytes,
        new Shelf(name));
  }

  /** What is there already stays, unless it is broken. */
  private final class Shelf implements ObjectUpload.Place {
    private final Digest name;

    Shelf(Digest name) {
      this.name = name;
    }

    @Override
    public boolean isTaken() {
      return isWhole(name);
    }

    @Override
    public boolean fill(ObjectUpload.Request request) {
      try {
        request.send(true);
        return true;
      } catch (S3Exception answer) {
        if (ObjectFaults.isTaken(answer) && isWhole(name)) {
          return false;
        }
        if (!ObjectFaults.isTaken(answer) && !ObjectFaults.isUnconditional(answer)) {
          throw answer;
        }
        request.send(false);
        return true;
      }
    }
  }

  private boolean isWhole(Digest name) {
    try (StoredContent content = open(name)) {
      content.verify();
      return true;
    } catch (ArtifactDamaged broken) {
      return false;
    } catch (IOException e) {
      throw new StoreUnavailable(place(), "cannot be read (" + e.getMessage() + ")", e);
    }
  }

  @Override
  public StoredContent open(Digest name) {
    ResumedObject object = object(name);
    try {
      return new StoredContent(GuardedContent.of(name, object, object.length()), object.length());
    } catch (ArtifactDamaged | StoreUnavailable broken) {
      object.close();
      throw broken;
    } catch (IOException e) {
      object.close();
      throw new StoreUnavailable(place(), "cannot be read (" + e.getMessage() + ")", e);
    }
  }

  private ResumedObject object(Digest name) {
    try {
      var whole = client.getObject(request -> request.bucket(settings.bucket()).key(key(name)));
      String version = whole.response().eTag();
      return new ResumedObject(whole, position -> rest(name, version, position), faults);
    } catch (NoSuchKeyException e) {
      throw new ArtifactDamaged(name, "its object is missing from the store");
    } catch (SdkException e) {
      throw faults.of(e);
    }
  }

  private ResponseInputStream<GetObjectResponse> rest(Digest name, String version, long position) {
    return client.getObject(
        request ->
            request
                .bucket(settings.bucket())
                .key(key(name))
                .ifMatch(version)
                .range("bytes=" + position + "-"));
  }

  @Override
  public void delete(Digest name) {
    asked(() -> client.deleteObject(request -> request.bucket(settings.bucket()).key(key(name))));
  }

  @Override
  public void list(Consumer<StoredObject> each) {
    asked(
        () -> {
          client
              .listObjectsV2Paginator(
                  request -> request.bucket(settings.bucket()).prefix(settings.prefix()))
              .contents()
              .forEach(object -> show(object, each));
          return true;
        });
  }

  private void show(S3Object object, Consumer<StoredObject> each) {
    name(object.key())
        .ifPresent(
            name -> each.accept(new StoredObject(name, object.size(), object.lastModified())));
  }

  /** Empty for what others have put into the bucket. */
  private Optional<Digest> name(String key) {
    return Optional.of(key.substring(key.lastIndexOf('/') + 1))
        .filter(Digest::isDigest)
        .map(Digest::new)
        .filter(name -> key.equals(key(name)));
  }

  @Override
  public void sweep(Instant longAgo) {
    asked(
        () -> {
          client
              .listMultipartUploadsPaginator(
                  request -> request.bucket(settings.bucket()).prefix(settings.prefix()))
              .uploads()
              .stream()
              .filter(upload -> name(upload.key()).isPresent())
              .filter(upload -> upload.initiated().isBefore(longAgo))
              .forEach(this::abandon);
          return true;
        });
  }

  private void abandon(MultipartUpload upload) {
    client.abortMultipartUpload(
        request -> request.bucket(settings.bucket()).key(upload.key()).uploadId(upload.uploadId()));
  }

  @Override
  public UUID mark(String name, UUID first) {
    String key = settings.prefix() + name;
    return asked(
        () -> {
          writeOnce(key, first.toString());
          String text =
              client
                  .getObjectAsBytes(request -> request.bucket(settings.bucket()).key(key))
                  .asUtf8String();
          return StoreIdentity.parse(text, key);
        });
  }

  /** Writes one small object of no meaning, again and again the same. */
  @Override
  public void requireWritable() {
    asked(
        () -> {
          write(settings.prefix() + "writable", "", null);
          return true;
        });
  }

  private void writeOnce(String key, String text) {
    if (isThere(key)) {
      return;
    }
    try {
      write(key, text, "*");
    } catch (S3Exception answer) {
      if (ObjectFaults.isUnconditional(answer)) {
        write(key, text, null);
      } else if (!ObjectFaults.isTaken(answer)) {
        throw answer;
      }
    }
  }

  private void write(String key, String text, @Nullable String ifNoneMatch) {
    client.putObject(
        request -> request.bucket(settings.bucket()).key(key).ifNoneMatch(ifNoneMatch),
        RequestBody.fromString(text));
  }

  private boolean isThere(String key) {
    try {
      client.headObject(request -> request.bucket(settings.bucket()).key(key));
      return true;
    } catch (NoSuchKeyException e) {
      return false;
    }
  }

  @Override
  public String place() {
    return settings.toString();
  }

  @Override
  public void close() {
    client.close();
  }

  private <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (SdkException e) {
      throw faults.of(e);
    }
  }

  private String key(Digest name) {
    return settings.prefix() + name.path();
  }
}
