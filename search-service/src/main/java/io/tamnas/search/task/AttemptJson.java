package io.tamnas.search.task;

import io.tamnas.protocol.task.TaskResult;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Results as text, the same for equal results. */
@Component
class AttemptJson {

  private final JsonMapper mapper;

  AttemptJson(JsonMapper mapper) {
    this.mapper = mapper;
  }

  String write(TaskResult result) {
    return mapper.writerFor(TaskResult.class).writeValueAsString(result);
  }
}
