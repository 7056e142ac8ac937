package io.tamnas.search.support;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings as the service would have them of these properties. */
public final class Bound {

  private Bound() {}

  /** From lines such as {@code tamnas.lease=5s}. */
  public static <T> T of(Class<T> settings, String... lines) {
    Map<String, String> properties = new HashMap<>();
    for (String line : lines) {
      int equals = line.indexOf('=');
      properties.put(line.substring(0, equals), line.substring(equals + 1));
    }
    String prefix = settings.getAnnotation(ConfigurationProperties.class).value();
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate(prefix, Bindable.of(settings));
  }
}
