package io.tamnas.worker.fake;

import io.tamnas.worker.start.CannotStartException;
import java.util.Map;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Configuration records as they are bound at start. */
public final class Bound {
  private Bound() {}

  public static <T> T of(String prefix, Class<T> type, Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate(prefix, type);
  }

  /** Why the record refuses what is configured. */
  public static String refusal(String prefix, Class<?> type, Map<String, String> properties) {
    try {
      return "bound to " + of(prefix, type, properties);
    } catch (BindException refused) {
      for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
        if (cause instanceof CannotStartException sentence) {
          return String.valueOf(sentence.getMessage());
        }
      }
      throw refused;
    }
  }
}
