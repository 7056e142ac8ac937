package io.tamnas.chaos.network;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProxyTest {

  private static final String UPLOAD = "PUT /api/v1/artifacts/ab HTTP/1.1\r\n";

  private final Echo first = new Echo("1");
  private final Echo second = new Echo("2");
  private final Proxy proxy = Proxy.before(List.of(first.port(), second.port()));

  ProxyTest() throws IOException {}

  @AfterEach
  void stop() throws IOException {
    proxy.close();
    first.close();
    second.close();
  }

  @Test
  void takesTurns() throws IOException {
    try (Socket one = connect();
        Socket other = connect()) {
      assertThat(List.of(ask(one, "a"), ask(other, "b"), ask(one, "c")))
          .containsExactly("1a", "2b", "1c");
    }
  }

  @Test
  void passesOverWhoDoesNotListen() throws IOException {
    first.close();

    try (Socket one = connect();
        Socket other = connect()) {
      assertThat(List.of(ask(one, "a"), ask(other, "b"))).containsExactly("2a", "2b");
    }
  }

  @Test
  void resetsWhereNobodyListens() throws IOException {
    first.close();
    second.close();

    try (Socket socket = connect()) {
      assertThatThrownBy(() -> ask(socket, "a")).isInstanceOf(SocketException.class);
    }
  }

  @Test
  void cutsConnectionsAndResetsNewOnesUntilItIsHealed() throws IOException {
    try (Socket old = connect()) {
      ask(old, "a");
      proxy.impose(new Fault.Cut());
      assertThatThrownBy(() -> ask(old, "b")).isInstanceOf(SocketException.class);
      try (Socket fresh = connect()) {
        assertThatThrownBy(() -> ask(fresh, "c")).isInstanceOf(SocketException.class);
      }
    }
    proxy.heal();

    try (Socket fresh = connect()) {
      assertThat(ask(fresh, "d")).endsWith("d");
    }
  }

  @Test
  void leavesConnectionsDeadThatWereThereInASilence() throws IOException {
    try (Socket old = connect()) {
      ask(old, "a");
      proxy.impose(new Fault.Silence());
      try (Socket during = connect();
          Socket after = connect()) {
        assertThatThrownBy(() -> ask(during, "b")).isInstanceOf(SocketTimeoutException.class);
        proxy.heal();
        assertThatThrownBy(() -> ask(old, "c")).isInstanceOf(SocketTimeoutException.class);
        assertThatThrownBy(() -> ask(during, "d")).isInstanceOf(SocketTimeoutException.class);
        assertThat(after.isConnected()).isTrue();
      }
      try (Socket fresh = connect()) {
        assertThat(ask(fresh, "e")).endsWith("e");
      }
    }
  }

  @Test
  void delaysBothWays() throws IOException {
    proxy.impose(new Fault.Delay(Duration.ofMillis(60)));
    try (Socket socket = connect()) {
      long start = System.nanoTime();

      ask(socket, "a");

      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isGreaterThanOrEqualTo(Duration.ofMillis(120));
    }
  }

  @Test
  void losesAnswersAfterTheRequestHasArrived() throws IOException {
    proxy.impose(new Fault.LostAnswers());
    try (Socket socket = connect()) {
      assertThatThrownBy(() -> ask(socket, "a")).isInstanceOf(SocketException.class);
    }
    assertThat(first.heard()).isEqualTo("a");
    assertThat(proxy.broken()).isEqualTo(1);
  }

  @Test
  void breaksUploadsOffAndNothingElse() throws IOException {
    proxy.impose(new Fault.BrokenUploads(100));
    try (Socket socket = connect()) {
      assertThat(ask(socket, "GET /api/v1/search-jobs")).endsWith("search-jobs");
      assertThat(ask(socket, UPLOAD)).endsWith(UPLOAD);
      assertThatThrownBy(() -> ask(socket, "x".repeat(200))).isInstanceOf(SocketException.class);
    }
    assertThat(first.heard()).doesNotContain("xxx");
  }

  @Test
  void holdsAnUploadUntilTheGateOpens() throws IOException {
    UploadGate gate = new UploadGate();
    proxy.impose(new Fault.HeldUploads(gate, 10));
    try (Socket socket = connect()) {
      socket.getOutputStream().write(UPLOAD.getBytes(US_ASCII));
      await().until(gate::isReached);
      assertThat(first.heard()).isEmpty();
      gate.open();
      await().untilAsserted(() -> assertThat(first.heard()).isEqualTo(UPLOAD));
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    socket.setSoTimeout(400);
    return socket;
  }

  /** What comes back: the name of who answered, and what was sent. */
  private static String ask(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(US_ASCII));
    byte[] answer = socket.getInputStream().readNBytes(1 + text.length());
    if (answer.length == 0) {
      throw new SocketException("closed");
    }
    return new String(answer, US_ASCII);
  }
}
