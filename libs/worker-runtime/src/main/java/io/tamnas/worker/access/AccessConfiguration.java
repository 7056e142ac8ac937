package io.tamnas.worker.access;

import io.tamnas.worker.problem.ProblemType;
import io.tamnas.worker.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

/**
 * Closes everything but health and the description of the interface to those with the token, and
 * the metrics to those with theirs, where there is one.
 */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
  private static final String[] OPEN = {
    "/actuator/health", "/actuator/health/**", "/v3/api-docs", "/v3/api-docs/**",
    "/v3/api-docs.yaml", "/swagger-ui.html", "/swagger-ui/**", "/error"
  };

  @Bean
  SecurityFilterChain security(
      HttpSecurity http, AccessProperties access, MetricsProperties metrics, Problems problems) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(
            r ->
                r.requestMatchers(OPEN)
                    .permitAll()
                    .requestMatchers("/actuator/prometheus/**")
                    .access((_, call) -> decision(metrics, call.getRequest()))
                    .anyRequest()
                    .authenticated())
        .addFilterBefore(new TokenFilter(access), UsernamePasswordAuthenticationFilter.class)
        .exceptionHandling(e -> e.authenticationEntryPoint(unauthorized(problems)))
        .build();
  }

  /** There are no users and no passwords. */
  @Bean
  AuthenticationManager authenticationManager() {
    return authentication -> {
      throw new AuthenticationServiceException("only the token is known here");
    };
  }

  private static AuthorizationDecision decision(
      MetricsProperties metrics, HttpServletRequest request) {
    return new AuthorizationDecision(metrics.allow(request.getHeader(HttpHeaders.AUTHORIZATION)));
  }

  private static AuthenticationEntryPoint unauthorized(Problems problems) {
    return (request, response, exception) -> {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      problems.write(
          response,
          ProblemType.UNAUTHORIZED,
          "send the header 'Authorization: Bearer <token>' with the token that service and"
              + " workers share, or for metrics with theirs");
    };
  }
}
