package dev.lbctl.balancer.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lbctl.balancer.names.Names;
import dev.lbctl.balancer.names.ToldAddresses;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.retry.Outcome;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A backend known by its host's name. */
class NamedBackendTest {

    @Test
    void a_name_of_this_machine_is_found_and_told_to_the_backend() throws IOException {
        try (PlayedBackend one = new PlayedBackend("one", wire -> {
                    Message request = wire.message();
                    wire.send("HTTP/1.1 200 OK\r\nX-Host: " + request.field("Host") + "\r\nContent-Length: 0\r\n\r\n");
                });
                TestProxy proxy = new TestProxy(
                        new Backend("one", "localhost", one.backend().port()));
                Wire client = proxy.connect()) {
            Message answer = client.send("GET / HTTP/1.0\r\n\r\n").message();

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.field("X-Host"))
                    .isEqualTo("localhost:" + one.backend().port());
        }
    }

    @Test
    void kept_connections_end_when_the_name_means_another_address() throws IOException {
        ToldAddresses names = new ToldAddresses().at("127.0.0.1");
        try (PlayedBackend one = PlayedBackend.greeting("one");
                PlayedBackend two =
                        PlayedBackend.greetingAt("127.0.0.2", one.backend().port(), "two");
                TestProxy proxy = TestProxy.by(
                        new Names(names, System::nanoTime),
                        new Backend("app", "app.test", one.backend().port()));
                Wire client = proxy.connect()) {
            assertThat(client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                            .message()
                            .body())
                    .isEqualTo("one");

            names.at("127.0.0.2");

            await().untilAsserted(() -> assertThat(client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                            .message()
                            .body())
                    .isEqualTo("two"));
            assertThat(List.of(one.connections(), two.connections())).containsExactly(1, 1);
            assertThat(proxy.outcomes).allMatch(outcome -> outcome.kind() == Outcome.Kind.COMPLETED);
        }
    }

    @Test
    void of_several_addresses_that_one_serves_which_takes_the_connection() throws IOException {
        ToldAddresses names = new ToldAddresses().at("127.0.0.3", "::1", "127.0.0.1");
        try (PlayedBackend one = PlayedBackend.greeting("one");
                TestProxy proxy = TestProxy.by(
                        new Names(names, System::nanoTime),
                        new Backend("app", "app.test", one.backend().port()));
                Wire client = proxy.connect()) {
            assertThat(client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                            .message()
                            .body())
                    .isEqualTo("one");
        }
    }

    @Test
    void a_name_that_does_not_resolve_is_answered_502() throws IOException {
        ToldAddresses names = new ToldAddresses();
        names.nowhere(true);
        try (TestProxy proxy = TestProxy.by(new Names(names, System::nanoTime), new Backend("app", "app.test", 80));
                Wire client = proxy.connect()) {
            assertThat(client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                            .message()
                            .status())
                    .isEqualTo(502);
        }
    }
}
