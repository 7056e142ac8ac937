package io.tamnas.worker;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.tamnas.worker.lease.SteadyClock;
import java.time.Clock;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * All that makes a process a worker. The application that imports it brings at least one {@link
 * io.tamnas.worker.task.TaskRunner} and a {@link io.tamnas.worker.identity.WorkerDescription}.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@ConfigurationPropertiesScan
public class WorkerRuntime {

  @Bean
  Clock clock() {
    return new SteadyClock(Clock.systemUTC());
  }

  @Bean
  OpenAPI openApi() {
    SecurityScheme token = new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer");
    return new OpenAPI()
        .info(
            new Info()
                .title("Tamnas worker")
                .version("v1")
                .description("How the search service hands tasks to a worker."))
        .addServersItem(new Server().url("/"))
        .components(new Components().addSecuritySchemes("token", token))
        .addSecurityItem(new SecurityRequirement().addList("token"));
  }
}
