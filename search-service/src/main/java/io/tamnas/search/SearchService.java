package io.tamnas.search;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The orchestrator of search jobs. */
@SpringBootApplication
public class SearchService {
  public static void main(String[] arguments) {
    SpringApplication.run(SearchService.class, arguments);
  }
}
