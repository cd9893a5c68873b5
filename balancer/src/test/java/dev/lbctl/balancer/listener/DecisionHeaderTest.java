package dev.lbctl.balancer.listener;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.Nobody;
import dev.lbctl.balancer.TestConfig;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.config.ExposureConfig;
import dev.lbctl.config.ListenerConfig;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionHeaderTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final ListenerConfig TELLING = TestConfig.listener(new ExposureConfig(false, true));

    @Test
    void an_answer_says_where_the_request_went_and_after_how_many_attempts() throws IOException {
        try (PlayedBackend one = PlayedBackend.greeting("one");
                TestProxy proxy = new TestProxy(TELLING, Nobody.called("nobody"), one.backend());
                Wire client = proxy.connect()) {
            assertThat(client.send(GET).readHead())
                    .contains(
                            "\r\nX-Lb-Decision: route=/;pool=default;backend=one;attempts=2;algorithm=round_robin\r\n");
        }
    }

    @Test
    void an_answer_in_the_balancers_own_name_says_why() throws IOException {
        try (TestProxy proxy = new TestProxy(TELLING);
                Wire client = proxy.connect()) {
            assertThat(client.send(GET).readHead())
                    .contains(
                            "\r\nX-Lb-Decision: route=/;pool=default;attempts=0;algorithm=round_robin;cause=no_member\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"X-Forwarded-For: 192.0.2.7", "Forwarded: for=192.0.2.7", "Via: 1.1 proxy", "via:", "forwarded:"
            })
    void nothing_is_said_to_a_client_behind_a_proxy_of_this_machine(String field) throws IOException {
        String get = "GET / HTTP/1.1\r\nHost: a\r\n" + field + "\r\n\r\n";
        Backend nobody = Nobody.called("one");
        try (PlayedBackend two = PlayedBackend.greeting("two");
                TestProxy serving = new TestProxy(TELLING, two.backend());
                TestProxy refusing = new TestProxy(TELLING, nobody);
                Wire served = serving.connect();
                Wire refused = refusing.connect()) {
            assertThat(served.send(get).readHead()).startsWith("HTTP/1.1 200 ").doesNotContain("X-Lb-Decision");

            Message refusal = refused.send(get).message();
            assertThat(refusal.head()).startsWith("HTTP/1.1 503 ").doesNotContain("X-Lb-Decision");
            assertThat(refusal.body()).contains("no_member").doesNotContain("tried");
            assertThat(refused.send(GET).message().body()).contains("\"tried\":[\"one: refused");
        }
    }

    @Test
    void nothing_is_said_unless_it_was_asked_for() throws IOException {
        try (PlayedBackend one = PlayedBackend.greeting("one");
                TestProxy proxy = new TestProxy(one.backend());
                Wire client = proxy.connect()) {
            assertThat(client.send(GET).readHead()).doesNotContain("X-Lb-Decision");
        }
    }
}
