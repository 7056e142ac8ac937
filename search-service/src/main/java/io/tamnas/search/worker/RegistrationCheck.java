package io.tamnas.search.worker;

import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.worker.WorkerRegistration;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a registration has to say. What crosses the wire may lack anything. */
final class RegistrationCheck {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,199}");

  private RegistrationCheck() {}

  static void check(String id, WorkerRegistration registration) {
    if (!NAME.matcher(id).matches()) {
      throw new InvalidRegistration(
          "a worker's id has up to 200 letters, digits and . _ : -, not \"" + id + '"');
    }
    checkUrl(registration.url());
    require("incarnation", registration.incarnation());
    require("device", registration.device());
    require("version", registration.version());
    require("numericEnvironment", registration.numericEnvironment());
    if (registration.kinds().isEmpty()) {
      throw new InvalidRegistration("kinds must name at least one kind of task");
    }
    if (registration.kinds().contains(TaskKind.MEASURE_LATENCY)) {
      require("machine", registration.machine());
    }
  }

  private static void checkUrl(@Nullable URI url) {
    require("url", url);
    if (url == null
        || url.getHost() == null
        || !String.valueOf(url.getScheme()).matches("https?")) {
      throw new InvalidRegistration(
          "url must be where the service reaches the worker, such as http://host:8081, not " + url);
    }
  }

  private static void require(String member, @Nullable Object value) {
    if (value == null) {
      throw new InvalidRegistration(member + " is missing");
    }
  }
}
