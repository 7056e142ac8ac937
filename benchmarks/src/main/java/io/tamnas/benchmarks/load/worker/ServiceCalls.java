package io.tamnas.benchmarks.load.worker;

import io.tamnas.benchmarks.load.house.House;
import io.tamnas.benchmarks.load.wire.Client;
import io.tamnas.benchmarks.load.wire.Message;
import io.tamnas.protocol.task.Heartbeat;
import io.tamnas.protocol.task.HeartbeatAnswer;
import io.tamnas.protocol.task.TaskAssignment;
import io.tamnas.protocol.task.TaskResult;
import io.tamnas.protocol.worker.RegistrationAnswer;
import io.tamnas.protocol.worker.WorkerRegistration;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What workers ask of the service. Whatever is not answered with success is an error. */
final class ServiceCalls {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Map<String, String> JSON_CONTENT = headers("application/json");
  private static final Map<String, String> BYTES = headers("application/octet-stream");

  private final Client client;

  ServiceCalls(Client client) {
    this.client = client;
  }

  RegistrationAnswer register(String worker, WorkerRegistration registration) {
    String answer =
        send(
                "PUT",
                "/api/v1/workers/" + worker,
                JSON_CONTENT,
                JSON.writeValueAsString(registration))
            .body();
    return JSON.readValue(answer, RegistrationAnswer.class);
  }

  /** Renews the lease. Nobody stops what the load asks for, so the attempt is to go on. */
  void heartbeat(TaskAssignment assignment) {
    String path = attempt(assignment) + "/heartbeat";
    String body = JSON.writeValueAsString(new Heartbeat(0));
    HeartbeatAnswer answer =
        JSON.readValue(send("POST", path, JSON_CONTENT, body).body(), HeartbeatAnswer.class);
    if (answer.instruction() != HeartbeatAnswer.Instruction.CONTINUE) {
      throw new IllegalStateException("POST " + path + ": " + answer);
    }
  }

  void result(TaskAssignment assignment, TaskResult result) {
    String body = JSON.writerFor(TaskResult.class).writeValueAsString(result);
    send("POST", attempt(assignment) + "/result", JSON_CONTENT, body);
  }

  /** Uploads an artifact and gives its name. */
  String upload(String content) {
    String digest = sha256(content.getBytes(StandardCharsets.UTF_8));
    send("PUT", "/api/v1/artifacts/" + digest, BYTES, content);
    return digest;
  }

  private Message send(String method, String path, Map<String, String> headers, String body) {
    Message answer = client.call(method, path, headers, body);
    if (answer.status() / 100 != 2) {
      throw new IllegalStateException(
          method + " " + path + ": " + answer.start() + " " + answer.body());
    }
    return answer;
  }

  private static String attempt(TaskAssignment assignment) {
    return "/api/v1/tasks/" + assignment.task() + "/attempts/" + assignment.attempt();
  }

  private static Map<String, String> headers(String contentType) {
    return Map.of(
        "host", "localhost", "authorization", "Bearer " + House.TOKEN, "content-type", contentType);
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
