package io.tamnas.search.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.search.support.RunningService;
import io.tamnas.search.support.Service;
import io.tamnas.search.support.Submitted;
import java.net.http.HttpRequest;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Posts what is no job; whatever it is, the answer names the place, and no job comes of it. */
class MalformedJobsIT {

  private static final String JOBS = "/api/v1/search-jobs";

  @RegisterExtension static final RunningService RUNNING = new RunningService();

  private final Service service = RUNNING.service();

  @AfterEach
  void findsNoJob() {
    assertThat(RUNNING.database().holds("select count(*) = 0 from search_job")).isTrue();
    assertThat(RUNNING.database().holds("select count(*) = 0 from task")).isTrue();
  }

  /** Each row: a body (in single quotes for double ones), a pointer, and words about it. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          []                                                        | ``                        | is a list
          null                                                      | ``                        | is null
          'cifar10'                                                 | ``                        | must be an object
          {}                                                        | /dataset/name             | is missing
          {'dataset':'cifar10'}                                     | /dataset                  | must be an object
          {'dataset':{'name':7}}                                    | /dataset/name             | is 7
          {'dataset':{'name':'cifar11'}}                            | /dataset/name             | did you mean "cifar10"?
          {'dataset':{'name':'cifar10','directory':'/etc'}}         | /dataset/directory        | relative
          {'dataset':{'name':'cifar10','directory':'../secret'}}    | /dataset/directory        | without ".."
          {'dataset':{'name':'shapes'},'datasets':1}                | /datasets                 | did you mean "dataset"?
          {'dataset':{'name':'shapes'},'a/b~c':1}                   | /a~1b~0c                  | is not known here
          {'dataset':{'name':'shapes'},'name':'a\\u0000b'}          | /name                     | \\u0000
          {'dataset':{'name':'shapes'},'seed':'1'}                  | /seed                     | is "1"
          {'dataset':{'name':'shapes'},'seed':99999999999999999999} | /seed                     | 64 bits
          {'dataset':{'name':'shapes'},'space':[]}                  | /space                    | is a list
          {'dataset':{'name':'shapes'},'space':{'preset':'huge'}}   | /space/preset             | must be one of
          {'dataset':{'name':'shapes'},'space':{'blocks':['conv']}} | /space/blocks/0           | must be one of
          {'dataset':{'name':'shapes'},'space':{'blocks':[]}}       | /space/blocks             | has 0
          {'dataset':{'name':'shapes'},'space':{'stem':{'width':8,'stride':1},'layers':[],'headWidth':64}} | /space/layers | has 0
          {'dataset':{'name':'shapes'},'training':{'steps':-1}}     | /training/steps           | is -1
          {'dataset':{'name':'shapes'},'training':{'attack':{'epsilon':9}}}         | /training/attack/epsilon | at most 1
          {'dataset':{'name':'shapes'},'training':{'attack':{'epsilon':'-8/255'}}}  | /training/attack/epsilon | is "-8/255"
          {'dataset':{'name':'shapes'},'training':{'optimizer':{'learningRate':1e400}}} | /training/optimizer/learningRate | is 1E+400
          {'dataset':{'name':'shapes'},'search':{'population':1}}   | /search/population        | between 4 and 4000, is 1
          {'dataset':{'name':'shapes'},'search':{'population':true}} | /search/population       | is true
          {'dataset':{'name':'shapes'},'search':{'generations':1e9}} | /search/generations      | whole number
          {'dataset':{'name':'shapes'},'search':{'objectives':['speed','parameters']}} | /search/objectives/0 | must be one of
          {'dataset':{'name':'shapes'},'search':{'constraints':{'maxParameters':-5}}}    | /search/constraints/maxParameters | is -5
          {'dataset':{'name':'shapes'},'evaluation':{'images':1000000}}             | /evaluation/images | is 1000000
          {'dataset':{'name':'shapes'},'evaluation':{'attack':{'epsilon':'NaN'}}}   | /evaluation/attack/epsilon | is "NaN"
          {'dataset':{'name':'shapes'},'supernet':{'artifact':'latest'}}            | /supernet/artifact | 64 lower-case
          {'dataset':{'name':'shapes'},'supernet':{'artifact':'0000000000000000000000000000000000000000000000000000000000000000'}} | /supernet/artifact | no supernet
          """)
  void namesTheMemberThatIsWrong(String body, String pointer, String words) {
    Service.Answer answer = refused(body.replace('\'', '"'), 422, "invalid-specification");

    assertThat(StreamSupport.stream(answer.json().get("violations").spliterator(), false))
        .as(answer.text())
        .anySatisfy(
            violation -> {
              assertThat(violation.get("pointer").asString()).isEqualTo(pointer);
              assertThat(violation.get("detail").asString()).contains(words);
            });
  }

  /** Each row: a text (in single quotes for double ones), and words about the place. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                                                    | is empty
          {                                                     | line 1, column
          {'dataset':{'name':'shapes'}} x                       | line 1, column
          {'dataset':{'name':'shapes'}} {}                      | behind the end
          {'dataset':{'name':'shapes'},'seed':1,'seed':2}       | "seed"
          {'dataset':{'name':'shapes'},'seed':NaN}              | line 1, column
          {'dataset':{'name':'shapes'},'seed':1e99999999999}    | exponent
          {'dataset':{'name':'shapes'},}                        | line 1, column
          dataset: shapes                                       | line 1, column
          """)
  void namesThePlaceWhereItIsNoJson(String body, String words) {
    Service.Answer answer = refused(body.replace('\'', '"'), 400, "malformed-json");

    assertThat(answer.json().get("detail").asString()).contains(words);
  }

  @Test
  void namesTheDepthAndTheLengthThatAreTooMuch() {
    assertThat(refused("[".repeat(100_000), 400, "malformed-json").text())
        .contains("nesting depth");
    assertThat(refused("{\"seed\":" + "1".repeat(1000) + "}", 400, "malformed-json").text())
        .contains("umber");
    assertThat(refused(" ".repeat(600_000), 413, "content-too-large").text()).contains("524288");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/xml", "multipart/form-data; boundary=x"})
  void refusesOtherContentTypes(String type) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(service.uri(JOBS))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(Submitted.SMALL));

    assertProblem(service.send(request), 415, "unsupported-media-type");
  }

  @Test
  void refusesABodyWithoutContentType() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(service.uri(JOBS))
            .POST(HttpRequest.BodyPublishers.ofString(Submitted.SMALL));

    assertProblem(service.send(request), 415, "unsupported-media-type");
  }

  @Test
  void refusesAnEndlessIdempotencyKey() {
    assertProblem(
        service.post(JOBS, Submitted.SMALL, "Idempotency-Key", "k".repeat(256)),
        400,
        "invalid-parameter");
  }

  private Service.Answer refused(String body, int status, String problem) {
    Service.Answer answer = service.post(JOBS, body);
    assertProblem(answer, status, problem);
    return answer;
  }

  private static void assertProblem(Service.Answer answer, int status, String problem) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.problem()).isEqualTo(problem);
    JsonNode json = answer.json();
    assertThat(json.get("detail").asString()).isNotBlank();
    assertThat(json.get("instance").asString()).isEqualTo(JOBS);
  }
}
