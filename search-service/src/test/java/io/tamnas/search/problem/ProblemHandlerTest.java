package io.tamnas.search.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProblemHandlerTest {

  private final MockMvc api =
      MockMvcBuilders.standaloneSetup(new FailingCalls(), new ContainerProblems())
          .addPlaceholderValue("spring.web.error.path", "/error")
          .setControllerAdvice(new ProblemHandler())
          .build();

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "invalid-specification,      422, invalid-specification",
    "malformed-specification,    400, malformed-json",
    "specification-too-large,    413, content-too-large",
    "unauthorized,               401, unauthorized",
    "forbidden,                  403, forbidden",
    "database-away,              503, unavailable",
    "database-lost,              503, unavailable",
    "database-busy,              503, unavailable",
    "unforeseen,                 500, internal",
    "refused-with-a-status,      409, conflict",
    "failed-with-a-status,       500, internal"
  })
  void answersExceptionsOfHandlers(String call, int status, String type) throws Exception {
    assertProblem(get("/fail/" + call), status, type);
  }

  @Test
  void tellsEveryViolation() throws Exception {
    JsonNode problem = problem(get("/fail/invalid-specification"));

    assertThat(problem.get("detail").stringValue()).isEqualTo("There are 2 violations.");
    assertThat(problem.at("/violations/0/pointer").stringValue()).isEqualTo("/search/population");
    assertThat(problem.at("/violations/0/detail").stringValue())
        .isEqualTo("must be between 4 and 4000, is 1");
    assertThat(problem.get("violations")).hasSize(2);
  }

  @Test
  void tellsNothingInternal() throws Exception {
    MockHttpServletResponse response =
        api.perform(get("/fail/unforeseen")).andReturn().getResponse();

    assertThat(response.getContentAsString())
        .doesNotContain("secret", "Exception", "io.tamnas")
        .contains("\"incident\"");
  }

  @Test
  void givesEachIncidentAnIdOfItsOwn() throws Exception {
    assertThat(problem(get("/fail/unforeseen")).get("incident"))
        .isNotEqualTo(problem(get("/fail/unforeseen")).get("incident"));
  }

  @Test
  void asksToComeBackWhereTheDatabaseIsAway() throws Exception {
    assertThat(api.perform(get("/fail/database-away")).andReturn().getResponse())
        .satisfies(response -> assertThat(response.getHeader("Retry-After")).isEqualTo("5"));
  }

  @Test
  void answersUnknownPaths() throws Exception {
    JsonNode problem = assertProblem(get("/nowhere"), 404, "not-found");

    assertThat(problem.get("detail").stringValue()).isEqualTo("There is nothing at GET /nowhere.");
    assertThat(problem.get("instance").stringValue()).isEqualTo("/nowhere");
  }

  @Test
  void namesTheMethodsThatApply() throws Exception {
    assertProblem(put("/things/1"), 405, "method-not-allowed");
    assertThat(api.perform(put("/things/1")).andReturn().getResponse().getHeader("Allow"))
        .isEqualTo("GET");
  }

  @Test
  void refusesOtherMediaTypes() throws Exception {
    assertProblem(
        post("/things").contentType(MediaType.TEXT_PLAIN).content("x"),
        415,
        "unsupported-media-type");
  }

  @Test
  void answersInProblemJsonWhateverIsAccepted() throws Exception {
    assertProblem(get("/json-only").accept(MediaType.APPLICATION_PDF), 406, "not-acceptable");
    assertProblem(get("/fail/unforeseen").accept(MediaType.TEXT_HTML), 500, "internal");
  }

  @Test
  void namesTheParameterOfTheWrongType() throws Exception {
    assertThat(detail(get("/things/abc"), 400, "invalid-parameter"))
        .isEqualTo("The parameter \"number\" must be a number, is \"abc\".");
    assertThat(detail(get("/jobs/abc"), 400, "invalid-parameter"))
        .startsWith("The parameter \"id\" must be a UUID such as")
        .endsWith("is \"abc\".");
    assertThat(detail(get("/jobs").param("unit", "x"), 400, "invalid-parameter"))
        .contains("must be one of SECONDS, MINUTES");
  }

  @Test
  void namesWhatIsMissing() throws Exception {
    assertThat(detail(get("/with-header"), 400, "invalid-parameter")).contains("'X-Needed'");
    assertThat(detail(get("/jobs"), 400, "invalid-parameter")).contains("'unit'");
  }

  @Test
  void namesTheBoundOfAParameter() throws Exception {
    assertThat(detail(get("/limited").param("limit", "0"), 400, "invalid-parameter"))
        .isEqualTo("The parameter \"limit\" must be greater than or equal to 1");
  }

  @Test
  void namesThePlaceInMalformedBodies() throws Exception {
    assertThat(detail(json("{\"count\": 1,\n x"), 400, "malformed-json"))
        .startsWith("line 2, column")
        .doesNotContain("Source");
    assertThat(detail(json(""), 400, "malformed-json"))
        .isEqualTo("The body is missing or breaks off.");
  }

  @Test
  void namesTheMemberOfTheWrongForm() throws Exception {
    JsonNode problem = assertProblem(json("{\"count\": \"many\"}"), 422, "invalid-body");

    assertThat(problem.get("pointer").stringValue()).isEqualTo("/count");
    assertThat(problem.get("detail").stringValue())
        .isEqualTo("The value at /count is missing or not of the right form.");
  }

  @ParameterizedTest
  @CsvSource({
    "400, 400, bad-request",
    "404, 404, not-found",
    "431, 400, bad-request",
    "502, 500, internal"
  })
  void answersForTheContainer(int given, int status, String type) throws Exception {
    assertProblem(
        get("/error").requestAttr(RequestDispatcher.ERROR_STATUS_CODE, given), status, type);
  }

  private String detail(RequestBuilder request, int status, String type) throws Exception {
    return assertProblem(request, status, type).get("detail").stringValue();
  }

  private JsonNode assertProblem(RequestBuilder request, int status, String type) throws Exception {
    MockHttpServletResponse response = api.perform(request).andReturn().getResponse();
    JsonNode problem = JsonMapper.shared().readTree(response.getContentAsByteArray());

    assertThat(response.getStatus()).isEqualTo(status);
    assertThat(response.getContentType()).isEqualTo("application/problem+json");
    assertThat(problem.get("type").stringValue()).isEqualTo("urn:tamnas:problem:" + type);
    assertThat(problem.get("status").intValue()).isEqualTo(status);
    assertThat(problem.get("title").stringValue()).isNotBlank();
    return problem;
  }

  private JsonNode problem(RequestBuilder request) throws Exception {
    return JsonMapper.shared()
        .readTree(api.perform(request).andReturn().getResponse().getContentAsByteArray());
  }

  private static RequestBuilder json(String body) {
    return post("/things").contentType(MediaType.APPLICATION_JSON).content(body);
  }
}
