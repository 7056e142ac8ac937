package io.tamnas.nets.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeSourceTest {
  @TempDir Path folder;

  @Test
  void takesFoldersAndJarsWhereTheyLie() {
    assertThat(CodeSource.of(LoneProgram.class, folder)).isDirectory();
    assertThat(CodeSource.of(OrtEnvironment.class, folder))
        .isRegularFile()
        .hasFileName(
            "onnxruntime-" + OrtEnvironment.getEnvironment("tamnas").getVersion() + ".jar");
    assertThat(folder).isEmptyDirectory();
  }

  /** In the words of Spring Boot's loader, before and after version 3.2 of it. */
  @Test
  void copiesAJarOutOfAJar() throws IOException {
    Path outer = Files.createDirectory(folder.resolve("with a space")).resolve("app.jar");
    write(outer, "BOOT-INF/lib/some-1.0.jar", "the jar within");
    String within = outer.toUri().getRawPath() + "/!BOOT-INF/lib/some-1.0.jar";

    for (String location : new String[] {"nested:" + within, "jar:nested:" + within + "!/"}) {
      assertThat(CodeSource.of(location, folder))
          .isEqualTo(folder.resolve("some-1.0.jar"))
          .hasContent("the jar within");
    }
  }

  @Test
  void refusesWhatIsNotThere() throws IOException {
    Path outer = folder.resolve("app.jar");
    write(outer, "something", "else");

    assertThatThrownBy(() -> CodeSource.of("nested:" + outer + "/!BOOT-INF/lib/some.jar", folder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageEndingWith("app.jar has no BOOT-INF/lib/some.jar");
    assertThatThrownBy(() -> CodeSource.of("jrt:/java.base", folder))
        .isInstanceOf(IllegalStateException.class);
  }

  private static void write(Path jar, String entry, String content) throws IOException {
    try (OutputStream stream = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(stream)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
  }
}
