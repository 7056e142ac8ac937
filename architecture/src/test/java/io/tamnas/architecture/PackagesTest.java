package io.tamnas.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class PackagesTest {

  @Test
  void eachIsNullMarked() {
    assertThat(unmarked(House.CLASSES.getPackage("io.tamnas"))).isEmpty();
  }

  @Test
  void thoseWithClassesAreFound() {
    assertThat(House.CLASSES.getPackage("io.tamnas").getSubpackagesInTree()).hasSizeGreaterThan(10);
  }

  private static List<String> unmarked(JavaPackage root) {
    return root.getSubpackagesInTree().stream()
        .filter(each -> !each.getClasses().isEmpty())
        .filter(each -> !each.isAnnotatedWith(NullMarked.class))
        .map(JavaPackage::getName)
        .sorted(Comparator.naturalOrder())
        .toList();
  }
}
