package io.tamnas.worker.identity;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Names the worker. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

  @Bean
  WorkerName workerName(
      WorkerProperties worker,
      @Value("${spring.application.name:worker}") String application,
      @Value("${server.port:8080}") int port) {
    return new WorkerName(Objects.requireNonNullElse(worker.id(), made(application, port)));
  }

  /** A random port says nothing; the process does. */
  private static String made(String application, int port) {
    long last = port > 0 ? port : ProcessHandle.current().pid();
    return (application + "-" + host() + "-" + last).replaceAll("[^A-Za-z0-9._-]", "-");
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "localhost";
    }
  }
}
