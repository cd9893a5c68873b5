package dev.lbctl.balancer.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lbctl.balancer.TestConfig;
import dev.lbctl.config.ConnectionConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A server that stops finishes what runs, and takes nothing new. */
class StopTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private static Thread stopping(TestProxy proxy) {
        Thread stopping = new Thread(() -> proxy.stop(Duration.ofSeconds(10)));
        stopping.start();
        return stopping;
    }

    private static boolean refuses(int port) {
        try {
            Wire.to(port).close();
            return false;
        } catch (IOException refused) {
            return true;
        }
    }

    @Test
    void the_running_exchange_is_finished_and_nobody_new_comes_in() throws Exception {
        CountDownLatch stopped = new CountDownLatch(1);
        try (PlayedBackend slow = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    await().until(() -> stopped.getCount() == 0);
                    wire.send(OK);
                });
                TestProxy proxy = new TestProxy(slow.backend());
                Wire client = proxy.connect();
                Wire idle = proxy.connect()) {
            client.send(GET + GET);
            await().until(() -> slow.connections() == 1);
            Thread stopping = stopping(proxy);
            idle.awaitClosed();
            await().until(() -> refuses(proxy.port()));
            stopped.countDown();

            Message answer = client.message();
            assertThat(answer.body()).isEqualTo("ok");
            assertThat(answer.field("Connection")).isEqualTo("close");
            client.awaitClosed();
            client.hangUp();
            stopping.join();
            assertThat(slow.connections()).isEqualTo(1);
        }
    }

    @Test
    void a_slow_reader_gets_the_rest_of_its_answer() throws Exception {
        int length = 8_000_000;
        try (PlayedBackend generous = new PlayedBackend("one", wire -> {
                    wire.readHead();
                    wire.send("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n" + "x".repeat(length));
                });
                TestProxy proxy = new TestProxy(generous.backend());
                Wire client = proxy.connect()) {
            client.send(GET).readHead();
            client.skip(length - 2_700_000);
            Thread stopping = stopping(proxy);

            assertThat(client.readToEnd()).hasSize(2_700_000);
            stopping.join();
        }
    }

    @Test
    void an_upload_that_has_begun_is_finished() throws Exception {
        try (PlayedBackend one = PlayedBackend.answering(OK);
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect();
                Wire idle = proxy.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\na");
            await().until(() -> proxy.inFlight() == 1);
            Thread stopping = stopping(proxy);
            idle.awaitClosed();

            assertThat(client.send("bc").message().body()).isEqualTo("ok");
            client.awaitClosed();
            stopping.join();
        }
    }

    @Test
    void who_waits_for_room_is_still_served() throws Exception {
        CountDownLatch stopped = new CountDownLatch(1);
        try (PlayedBackend slow = new PlayedBackend("one", wire -> {
                    while (wire.message().isThere()) {
                        await().until(() -> stopped.getCount() == 0);
                        wire.send(OK);
                    }
                });
                TestProxy proxy = new TestProxy(
                        TestConfig.traffic(new ConnectionConfig(1, 1, Duration.ofMinutes(1), Duration.ofMinutes(1))),
                        slow.backend());
                Wire first = proxy.connect();
                Wire second = proxy.connect();
                Wire idle = proxy.connect()) {
            first.send(GET);
            await().until(() -> slow.connections() == 1);
            second.send(GET);
            await().until(() -> proxy.waiting() == 1);
            Thread stopping = stopping(proxy);
            idle.awaitClosed();
            stopped.countDown();

            assertThat(first.message().body()).isEqualTo("ok");
            assertThat(second.message().body()).isEqualTo("ok");
            stopping.join();
        }
    }

    @Test
    void what_takes_longer_than_the_patience_is_cut() throws Exception {
        try (PlayedBackend silent = PlayedBackend.silent();
                TestProxy proxy = new TestProxy(silent.backend());
                Wire client = proxy.connect()) {
            client.send(GET);
            await().until(() -> proxy.inFlight() == 1);
            proxy.stop(Duration.ofMillis(100));

            assertThat(client.readToEnd()).isEmpty();
        }
    }
}
