package io.tamnas.search.artifact;

import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * The bytes of an object. Where the connection breaks off, the rest is asked for, a few times in a
 * row.
 */
final class ResumedObject extends InputStream {

  private static final int TRIES = 3;

  private final Rest rest;
  private final ObjectFaults faults;
  private final long length;
  private ResponseInputStream<GetObjectResponse> body;
  private long position;

  /** Asks for an object from a byte on. */
  @FunctionalInterface
  interface Rest {
    ResponseInputStream<GetObjectResponse> from(long position);
  }

  ResumedObject(ResponseInputStream<GetObjectResponse> whole, Rest rest, ObjectFaults faults) {
    this.body = whole;
    this.rest = rest;
    this.faults = faults;
    this.length = whole.response().contentLength();
  }

  long length() {
    return length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] bytes, int offset, int wanted) throws IOException {
    if (position == length) {
      return -1;
    }
    int read = wanted == 0 ? 0 : some(bytes, offset, wanted);
    position += read;
    return read;
  }

  private int some(byte[] bytes, int offset, int wanted) {
    String reason = "its answer ended early";
    for (int tries = 0; tries < TRIES; tries++) {
      try {
        if (tries > 0) {
          body = rest.from(position);
        }
        int read = body.read(bytes, offset, wanted);
        if (read > 0) {
          return read;
        }
      } catch (SdkException refused) {
        throw faults.of(refused);
      } catch (IOException brokenOff) {
        reason = String.valueOf(brokenOff.getMessage());
      }
      body.abort();
    }
    throw new StoreUnavailable(
        faults.place(),
        "broke off at byte %d of %d (%s)".formatted(position, length, reason),
        null);
  }

  /** Without reading the rest. */
  @Override
  public void close() {
    body.abort();
  }
}
