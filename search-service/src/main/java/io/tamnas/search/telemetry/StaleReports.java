package io.tamnas.search.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Counts the reports of attempts that no more own their task, or that say another thing twice. */
@Component
final class StaleReports implements HandlerInterceptor, WebMvcConfigurer {

  private static final List<String> REPORTS =
      List.of("metrics", "checkpoints", "result", "failure");

  private final MeterRegistry meters;

  StaleReports(MeterRegistry meters) {
    this.meters = meters;
    REPORTS.forEach(report -> count(report, 0));
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/v1/tasks/{task}/attempts/{attempt}/*");
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception exception) {
    if (response.getStatus() == HttpStatus.CONFLICT.value()) {
      String path = request.getRequestURI();
      String report = path.substring(path.lastIndexOf('/') + 1);
      count(REPORTS.contains(report) ? report : "other", 1);
    }
  }

  private void count(String report, int times) {
    meters.counter("tamnas.reports.stale", "report", report).increment(times);
  }
}
