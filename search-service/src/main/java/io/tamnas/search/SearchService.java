package io.tamnas.search;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The orchestrator of search jobs. */
@SpringBootApplication
@EnableScheduling
@EnableAsync
public class SearchService {
  public static void main(String[] arguments) {
    SpringApplication.run(SearchService.class, arguments);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
