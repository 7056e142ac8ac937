package io.tamnas.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;

class GivenPropertiesTest {

  @Test
  void keepsTheNamesThatMavenWasGivenButDidNotHandOver() {
    Properties system = new Properties();
    system.setProperty(
        GivenProperties.OF_MAVEN, "names {env.X=1, quickstart.dataste=x, quickstart.data=a, b=c}");
    system.setProperty("quickstart.data", "a, b=c");

    assertThat(new GivenProperties(system).all())
        .containsEntry("quickstart.dataste", "")
        .containsEntry("quickstart.data", "a, b=c")
        .doesNotContainKey("b");
  }
}
