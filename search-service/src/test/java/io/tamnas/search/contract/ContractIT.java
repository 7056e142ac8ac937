package io.tamnas.search.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.search.support.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Holds {@code openapi/search-service.yaml} equal to what is served. {@code ./mvnw -pl
 * search-service -am verify -Dit.test=ContractIT -Dopenapi.write} writes the file.
 */
class ContractIT {

  @RegisterExtension static final RunningService RUNNING = new RunningService();

  @Test
  void isPublishedAsItIsServed() throws IOException {
    String served = RUNNING.service().get("/v3/api-docs.yaml").text();
    Path published = Path.of(System.getProperty("tamnas.root"), "openapi", "search-service.yaml");
    if (System.getProperty("openapi.write") != null) {
      Files.createDirectories(published.getParent());
      Files.writeString(published, served);
    }
    assertThat(served).startsWith("openapi: 3.1");
    assertThat(published).as("write it anew with -Dopenapi.write").content().isEqualTo(served);
  }
}
