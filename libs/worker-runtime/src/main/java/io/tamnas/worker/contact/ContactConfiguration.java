package io.tamnas.worker.contact;

import io.tamnas.protocol.worker.WorkerHeader;
import io.tamnas.worker.access.AccessProperties;
import io.tamnas.worker.identity.WorkerName;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Builds the calls to the search service. */
@Configuration(proxyBeanMethods = false)
class ContactConfiguration {

  @Bean
  SearchService searchService(
      RestClient.Builder builder,
      ServiceProperties service,
      AccessProperties access,
      WorkerName worker) {
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(service.connectTimeout())
            .build();
    RestClient.Builder common =
        builder
            .baseUrl(service.url())
            .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + access.token())
            .defaultHeader(WorkerHeader.NAME, worker.id());
    return new SearchService(
        client(common, http, service.answerTimeout()),
        client(common, http, service.transferTimeout()),
        service.answerTimeout());
  }

  @Bean
  Patience patience(ServiceProperties service) {
    return new Patience(service.backoff());
  }

  private static RestClient client(RestClient.Builder common, HttpClient http, Duration timeout) {
    JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
    requests.setReadTimeout(timeout);
    return common.clone().requestFactory(requests).build();
  }
}
