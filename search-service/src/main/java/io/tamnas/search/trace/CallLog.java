package io.tamnas.search.trace;

import io.tamnas.protocol.worker.WorkerHeader;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Lets every line that is logged in a call name the job, the task, the attempt and the worker. */
final class CallLog implements HandlerInterceptor {

  private static final List<String> NAMES = List.of("job", "task", "attempt", "worker");

  /** Nothing else is believed: what is logged must not break a line. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._:-]{1,200}");

  private final String subject;

  /**
   * Of calls by a path.
   *
   * @param subject what the path's {@code id} is the name of
   */
  CallLog(String subject) {
    this.subject = subject;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    put("worker", request.getHeader(WorkerHeader.NAME));
    if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
        instanceof Map<?, ?> variables) {
      put("task", variables.get("task"));
      put("attempt", variables.get("attempt"));
      put(subject, variables.get("id"));
    }
    return true;
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception exception) {
    NAMES.forEach(MDC::remove);
  }

  private static void put(String name, @Nullable Object value) {
    if (value instanceof String text && NAME.matcher(text).matches()) {
      MDC.put(name, text);
    }
  }
}
