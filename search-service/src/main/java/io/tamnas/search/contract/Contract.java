package io.tamnas.search.contract;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.Comparator;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the contract says beyond what the handlers tell of themselves. */
@Configuration(proxyBeanMethods = false)
class Contract {

  private static final String TOKEN = "workerToken";
  private static final String PROBLEM = "Problem";

  @Bean
  OpenAPI contractDocument() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Tamnas search-service")
                .version("v1")
                .description(
                    "Finds tiny image classifiers that stay accurate under adversarial attack:"
                        + " submit a search job, follow it, read its front. Errors are problem"
                        + " details (RFC 9457) with a stable type.")
                .license(
                    new License()
                        .name("Apache-2.0")
                        .url("https://www.apache.org/licenses/LICENSE-2.0")))
        .servers(List.of(new Server().url("/")))
        .components(
            new Components()
                .addSecuritySchemes(
                    TOKEN,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("The secret that workers and the service share")));
  }

  /** Every call can answer with a problem, and those of workers need the token. */
  @Bean
  GlobalOpenApiCustomizer problemsAndToken() {
    return api -> {
      api.getComponents().addSchemas(PROBLEM, ProblemSchema.of());
      api.getPaths().forEach(Contract::complete);
      api.setTags(api.getTags().stream().sorted(Comparator.comparing(Tag::getName)).toList());
    };
  }

  private static void complete(String path, PathItem item) {
    item.readOperationsMap()
        .forEach(
            (method, operation) -> {
              operation.getResponses().addApiResponse("default", problem());
              if (needsToken(path, method)) {
                operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
              }
            });
  }

  private static boolean needsToken(String path, PathItem.HttpMethod method) {
    return path.startsWith("/api/v1/tasks")
        || path.startsWith("/api/v1/artifacts")
        || (path.startsWith("/api/v1/workers") && method == PathItem.HttpMethod.PUT);
  }

  private static ApiResponse problem() {
    return new ApiResponse()
        .description("What is wrong, where, and what would be right")
        .content(
            new Content()
                .addMediaType(
                    "application/problem+json",
                    new MediaType()
                        .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
  }
}
