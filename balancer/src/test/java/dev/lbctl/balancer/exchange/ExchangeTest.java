package dev.lbctl.balancer.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.TestConfig;
import dev.lbctl.balancer.algorithm.Algorithms;
import dev.lbctl.balancer.algorithm.Selection;
import dev.lbctl.balancer.header.Peer;
import dev.lbctl.balancer.header.RequestIds;
import dev.lbctl.balancer.http.Fields;
import dev.lbctl.balancer.http.Framing;
import dev.lbctl.balancer.http.RequestHead;
import dev.lbctl.balancer.http.Version;
import dev.lbctl.balancer.metrics.Metrics;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Health;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.balancer.retry.Outcome;
import dev.lbctl.balancer.route.Destination;
import dev.lbctl.balancer.route.Route;
import dev.lbctl.balancer.route.Router;
import dev.lbctl.config.AlgorithmKind;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What only an exchange without connections can show. */
class ExchangeTest {
    private static final Peer HERE = new Peer("127.0.0.1", false, true);
    private static final Peer ELSEWHERE = new Peer("192.0.2.7", true, false);

    private final Metrics metrics = new Metrics(Clock.systemUTC());

    private Gateway gateway() {
        return gateway((member, outcome, status) -> {});
    }

    private Gateway gateway(OutcomeObserver observer) {
        Pool pool = new Pool("default", List.of(new Backend("one", "127.0.0.1", 1)), event -> {});
        pool.report(new Backend("one", "127.0.0.1", 1), Health.UP, "");
        Selection selection = new Selection(pool, Algorithms.create(AlgorithmKind.ROUND_ROBIN)).begin();
        Destination destination = Destination.of(selection, TestConfig.POOL.traffic());
        return new Gateway(
                new Router(List.of(Route.all(destination))),
                metrics,
                observer,
                new RequestIds(1),
                TestConfig.LISTENER,
                Clock.systemUTC());
    }

    private static RequestHead request(String method) {
        return new RequestHead(method, "/", Version.HTTP_1_1, Fields.of("Host", "a"), Framing.NONE);
    }

    private static HeardClient ask(Gateway gateway, Peer peer, Upstreams upstreams) {
        HeardClient client = new HeardClient(peer);
        new Exchange(gateway, upstreams, client, request("PATCH")).begin();
        return client;
    }

    @Test
    void what_was_tried_where_is_told_to_clients_of_this_machine_only() {
        Upstreams refusing = (attempt, fresh) -> attempt.ended(Outcome.Kind.REFUSED, "nobody at 10.0.0.5:80");

        assertThat(ask(gateway(), HERE, refusing).heard())
                .contains("\"tried\":[\"one: refused, nobody at 10.0.0.5:80\"]");
        assertThat(ask(gateway(), ELSEWHERE, refusing).heard())
                .startsWith("HTTP/1.1 503 ")
                .doesNotContain("tried", "10.0.0.5");
    }

    @Test
    void where_this_machine_has_no_socket_left_the_answer_is_503_and_no_backend_is_to_blame() {
        List<Outcome> observed = new ArrayList<>();
        Upstreams exhausted = (attempt, fresh) -> attempt.ended(Outcome.Kind.NO_SOCKET, "Too many open files");

        assertThat(ask(gateway((member, outcome, status) -> observed.add(outcome)), HERE, exhausted)
                        .heard())
                .startsWith("HTTP/1.1 503 ")
                .contains("Retry-After: 1", "\"error\":\"no_socket\"")
                .contains("\"tried\":[\"one: no_socket, Too many open files\"]");
        assertThat(observed).hasSize(1).noneMatch(Outcome::failed);
    }

    @ParameterizedTest
    @EnumSource(value = Outcome.Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "COMPLETED")
    void however_an_attempt_ends_the_exchange_ends_once_and_is_counted(Outcome.Kind kind) {
        HeardClient client = ask(gateway(), ELSEWHERE, (attempt, fresh) -> {
            attempt.ended(kind, "");
            attempt.ended(Outcome.Kind.CLOSED, "and again");
        });

        assertThat(client.heard()).containsOnlyOnce("(").matches("(?s).*\\((kept|closed|broken off)\\)");
        assertThat(metrics.total()).isEqualTo(1);
        assertThat(metrics.inFlight()).isZero();
        assertThat(metrics.failed()).isEqualTo(1);
    }
}
