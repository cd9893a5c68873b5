package dev.lbctl.balancer.listener;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.pool.Backend;
import java.io.IOException;
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
}
