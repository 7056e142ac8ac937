package io.tamnas.benchmarks.load.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request or an answer.
 *
 * @param start its first line
 * @param headers by their names in lower case
 */
public record Message(String start, Map<String, String> headers, String body) {

  private static final int LONGEST_LINE = 64 * 1024;

  public Message {
    headers = Map.copyOf(headers);
  }

  /** Without headers but for those that every message has. */
  public static Message of(String start, String body) {
    return new Message(start, Map.of(), body);
  }

  /** Of an answer. */
  public int status() {
    return Integer.parseInt(start.split(" ", 3)[1]);
  }

  /** Of a request. */
  public String method() {
    return start.substring(0, start.indexOf(' '));
  }

  /** Of a request. */
  public String path() {
    return start.split(" ", 3)[1];
  }

  /** Whether the other side ends the connection after this. */
  public boolean isLast() {
    return "close".equalsIgnoreCase(headers.get("connection"));
  }

  /**
   * Reads one.
   *
   * @throws EOFException where the other side has ended the connection
   */
  public static Message read(InputStream in) throws IOException {
    String start = line(in);
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return new Message(start, headers, new String(body(in, headers), StandardCharsets.UTF_8));
  }

  /** Writes it in one piece. */
  public void write(OutputStream out) throws IOException {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder(start).append("\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("content-length: ").append(content.length).append("\r\n\r\n");
    ByteArrayOutputStream whole = new ByteArrayOutputStream(head.length() + content.length);
    whole.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    whole.writeBytes(content);
    whole.writeTo(out);
    out.flush();
  }

  private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
    if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
      return chunks(in);
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    return exactly(in, length);
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
      body.writeBytes(exactly(in, size));
      line(in);
    }
    line(in);
    return body.toByteArray();
  }

  private static int chunkSize(InputStream in) throws IOException {
    return Integer.parseInt(line(in).strip(), 16);
  }

  private static byte[] exactly(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the message ends early");
    }
    return bytes;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder(80);
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0 || line.length() > LONGEST_LINE) {
        throw new EOFException("the connection ended");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }
}
