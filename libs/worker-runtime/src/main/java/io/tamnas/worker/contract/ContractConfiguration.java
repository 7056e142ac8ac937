package io.tamnas.worker.contract;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description says beyond the calls themselves. */
@ConditionalOnBooleanProperty(name = "springdoc.api-docs.enabled", matchIfMissing = true)
@Configuration(proxyBeanMethods = false)
class ContractConfiguration {

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Tamnas worker")
                .version("v1")
                .description("How the search service hands tasks to a worker."))
        .addServersItem(new Server().url("/"))
        .components(
            new Components()
                .addSecuritySchemes("token", bearer())
                .addSchemas(ProblemSchema.NAME, ProblemSchema.schema()))
        .addSecurityItem(new SecurityRequirement().addList("token"));
  }

  @Bean
  ModelResolver recordSchemas(ObjectMapperProvider mappers) {
    return new RecordSchemas(mappers.jsonMapper()).openapi31(true);
  }

  private static SecurityScheme bearer() {
    return new SecurityScheme()
        .type(SecurityScheme.Type.HTTP)
        .scheme("bearer")
        .description("The token that the search service and its workers share");
  }
}
