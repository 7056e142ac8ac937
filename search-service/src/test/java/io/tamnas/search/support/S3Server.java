package io.tamnas.search.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server of the S3 protocol that all tests of the JVM share: Adobe's S3Mock, as a process of its
 * own, since its classes do not mix with those of the service.
 */
public final class S3Server {

  private static final Pattern STARTED =
      Pattern.compile("Tomcat started on ports? .*?(\\d+) \\(http\\)");

  private static final class Shared {
    static final URI URL = start();
  }

  private S3Server() {}

  /** Where it is; any credentials will do, any bucket can be made. */
  public static URI url() {
    return Shared.URL;
  }

  @SuppressWarnings("resource") // the process lives as long as the JVM
  private static URI start() {
    try {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx256m",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  Files.readString(Path.of("target", "s3-server.classpath")),
                  "com.adobe.testing.s3mock.S3MockApplication",
                  "--server.port=0",
                  "--com.adobe.testing.s3mock.httpPort=0")
              .redirectErrorStream(true)
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      BufferedReader log = process.inputReader();
      int port = port(log);
      Thread.ofVirtual().start(() -> log.lines().forEach(line -> {}));
      return URI.create("http://localhost:" + port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int port(BufferedReader log) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String line = log.readLine(); line != null; line = log.readLine()) {
      Matcher started = STARTED.matcher(line);
      if (started.find()) {
        return Integer.parseInt(started.group(1));
      }
      all.append(line).append('\n');
    }
    throw new IllegalStateException("the S3 server did not start:\n" + all);
  }
}
