package io.tamnas.search.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * One artifact on its way into a bucket, a part at a time. Each part is held in memory until the
 * store has it, so that it can be sent again; its digest goes with it. The object appears when the
 * digest of the whole was found right: a short one is judged by the store too, a long one is put
 * together only then.
 */
final class ObjectUpload {

  private static final Logger log = LoggerFactory.getLogger(ObjectUpload.class);

  private final S3Client client;
  private final String bucket;
  private final String key;
  private final Digest name;
  private final int partBytes;
  private final long maxBytes;
  private final MessageDigest digest = Digest.sha256();
  private final List<CompletedPart> parts = new ArrayList<>();
  private final Place place;
  private long size;

  /** The place that the object is to stand at. */
  interface Place {
    /** Whether it stands there already, whole. */
    boolean isTaken();

    /** Makes it stand there, and tells whether it was by that request. */
    boolean fill(Request request);
  }

  /** The request that makes the object appear. */
  @FunctionalInterface
  interface Request {
    /** Sends it, on the condition that nothing is there, or whatever is there. */
    void send(boolean ifNothingIsThere);
  }

  ObjectUpload(
      S3Client client,
      String bucket,
      String key,
      Digest name,
      int partBytes,
      long maxBytes,
      Place place) {
    this.client = client;
    this.bucket = bucket;
    this.key = key;
    this.name = name;
    this.partBytes = partBytes;
    this.maxBytes = maxBytes;
    this.place = place;
  }

  /** Sends all that is read, and returns how many bytes that was. */
  long send(InputStream content) throws IOException {
    byte[] first = next(content);
    if (first.length < partBytes) {
      requireDigest();
      place.fill(ifNothing -> put(first, ifNothing));
    } else if (place.isTaken()) {
      readOn(content);
    } else {
      sendParts(first, content);
    }
    return size;
  }

  /** What is there already is not sent once more, but judged like the rest. */
  private void readOn(InputStream content) throws IOException {
    byte[] part = next(content);
    while (part.length > 0) {
      part = next(content);
    }
    requireDigest();
  }

  private byte[] next(InputStream content) throws IOException {
    byte[] part = content.readNBytes(partBytes);
    size += part.length;
    if (size > maxBytes) {
      throw new ArtifactTooLarge(maxBytes);
    }
    digest.update(part);
    return part;
  }

  private void put(byte[] content, boolean ifNothing) {
    client.putObject(
        request ->
            request
                .bucket(bucket)
                .key(key)
                .checksumSHA256(base64(HexFormat.of().parseHex(name.text())))
                .ifNoneMatch(ifNothing ? "*" : null),
        body(content));
  }

  private void sendParts(byte[] first, InputStream content) throws IOException {
    String id = client.createMultipartUpload(request -> request.bucket(bucket).key(key)).uploadId();
    try {
      for (byte[] part = first; part.length > 0; part = next(content)) {
        sendPart(id, part);
      }
      requireDigest();
      if (!place.fill(ifNothing -> complete(id, ifNothing))) {
        abandon(id);
      }
    } catch (IOException | RuntimeException | Error failed) {
      abandon(id);
      throw failed;
    }
  }

  private void sendPart(String id, byte[] part) {
    int number = parts.size() + 1;
    String tag =
        client
            .uploadPart(
                request ->
                    request
                        .bucket(bucket)
                        .key(key)
                        .uploadId(id)
                        .partNumber(number)
                        .contentMD5(base64(md5().digest(part))),
                body(part))
            .eTag();
    parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
  }

  private void complete(String id, boolean ifNothing) {
    client.completeMultipartUpload(
        request ->
            request
                .bucket(bucket)
                .key(key)
                .uploadId(id)
                .multipartUpload(upload -> upload.parts(parts))
                .ifNoneMatch(ifNothing ? "*" : null));
  }

  /** What cannot be taken back now goes with a later sweep. */
  private void abandon(String id) {
    try {
      client.abortMultipartUpload(request -> request.bucket(bucket).key(key).uploadId(id));
    } catch (SdkException e) {
      log.debug("parts of {} are left behind: {}", key, e.getMessage());
    }
  }

  private void requireDigest() {
    Digest found = Digest.of(digest);
    if (!found.equals(name)) {
      throw new DigestMismatch(name, found);
    }
  }

  /** Without a copy, since nobody writes into it. */
  private static RequestBody body(byte[] content) {
    return RequestBody.fromContentProvider(
        ContentStreamProvider.fromByteArrayUnsafe(content),
        content.length,
        "application/octet-stream");
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }
}
