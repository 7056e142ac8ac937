package io.tamnas.quickstart.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** How PostgreSQL, which refuses to be run by root, is run. */
sealed interface Unprivileged {

  /** What is put before a program. */
  List<String> prefix();

  /** Makes that the program may write into a directory. */
  void handOver(Path directory);

  /**
   * Where its files can lie: under the given directory, or elsewhere if they could not be reached
   * there.
   */
  Path placeFor(Path directory);

  /** What this machine and this user need. */
  static Unprivileged here() {
    if (!System.getProperty("user.name").equals("root")) {
      return new AsIs();
    }
    if (succeeds(List.of("unshare", "-U", "id", "-un"))) {
      return new OwnNamespace();
    }
    if (succeeds(new OtherUser().command(List.of("true")))) {
      return new OtherUser();
    }
    throw new HouseException(
        "PostgreSQL does not run as root, and neither 'unshare -U' nor 'setpriv' (package util-linux)"
            + " works here to lower its rights: start the quick start as another user");
  }

  default List<String> command(List<String> program) {
    return Stream.concat(prefix().stream(), program.stream()).toList();
  }

  private static boolean succeeds(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The user is no root. */
  record AsIs() implements Unprivileged {
    @Override
    public List<String> prefix() {
      return List.of();
    }

    @Override
    public void handOver(Path directory) {}

    @Override
    public Path placeFor(Path directory) {
      return directory;
    }
  }

  /** A user namespace of its own, in which root is nobody but still owns its files. */
  record OwnNamespace() implements Unprivileged {
    @Override
    public List<String> prefix() {
      return List.of("unshare", "-U");
    }

    @Override
    public void handOver(Path directory) {}

    @Override
    public Path placeFor(Path directory) {
      return directory;
    }
  }

  /** The user {@code nobody}, where user namespaces are forbidden, as in most containers. */
  record OtherUser() implements Unprivileged {
    private static final String USER = "nobody";

    @Override
    public List<String> prefix() {
      return List.of("setpriv", "--reuid=" + USER, "--regid=65534", "--clear-groups");
    }

    @Override
    public void handOver(Path directory) {
      try (Stream<Path> all = Files.walk(directory)) {
        var owner =
            directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(USER);
        for (Path path : all.toList()) {
          Files.setOwner(path, owner);
        }
      } catch (IOException e) {
        throw new HouseException(directory + " cannot be given to user " + USER, e);
      }
    }

    @Override
    public Path placeFor(Path directory) {
      try {
        return Files.createTempDirectory("tamnas-database-");
      } catch (IOException e) {
        throw new HouseException("no temporary directory for the database: " + e.getMessage(), e);
      }
    }
  }
}
