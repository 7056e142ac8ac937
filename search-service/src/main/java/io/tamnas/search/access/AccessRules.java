package io.tamnas.search.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/**
 * What workers do needs the worker token, the metrics one of their own where it is set; the rest of
 * the API is open to whoever reaches it.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TokenSettings.class, MetricsSettings.class})
class AccessRules {

  /** No timer around every filter of every request; the request has one. */
  @Bean
  SecurityObservationSettings securityObservations() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  SecurityFilterChain accessRulesChain(
      HttpSecurity http,
      TokenSettings settings,
      MetricsSettings metrics,
      AuthenticationEntryPoint unauthorized,
      AccessDeniedHandler forbidden) {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/api/v1/tasks/**", "/api/v1/artifacts/**")
                    .hasRole(WorkerTokenFilter.WORKER)
                    .requestMatchers(HttpMethod.GET, "/api/v1/workers")
                    .permitAll()
                    .requestMatchers("/api/v1/workers/**")
                    .hasRole(WorkerTokenFilter.WORKER)
                    .requestMatchers("/actuator/prometheus/**")
                    .access((_, call) -> decision(metrics, call.getRequest()))
                    .anyRequest()
                    .permitAll())
        .addFilterBefore(new WorkerTokenFilter(settings), AnonymousAuthenticationFilter.class)
        .exceptionHandling(
            handling ->
                handling.authenticationEntryPoint(unauthorized).accessDeniedHandler(forbidden))
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        // no cookies, so no request forgery
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .build();
  }

  private static AuthorizationDecision decision(
      MetricsSettings metrics, HttpServletRequest request) {
    return new AuthorizationDecision(metrics.allow(request.getHeader(HttpHeaders.AUTHORIZATION)));
  }

  /** Nobody logs in with a name; without this bean Spring Boot would invent a user. */
  @Bean
  AuthenticationManager noPasswords() {
    return authentication -> {
      throw new AuthenticationServiceException("only the worker token authenticates");
    };
  }
}
