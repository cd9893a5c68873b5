package dev.lbctl.balancer.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.TestConfig;
import dev.lbctl.balancer.algorithm.Algorithms;
import dev.lbctl.balancer.algorithm.Selection;
import dev.lbctl.balancer.api.Explanation;
import dev.lbctl.balancer.api.Explanation.Candidate;
import dev.lbctl.balancer.header.Rewrite;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Duty;
import dev.lbctl.balancer.pool.Health;
import dev.lbctl.balancer.pool.PanicRule;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.balancer.pool.Weight;
import dev.lbctl.balancer.route.Destination;
import dev.lbctl.balancer.route.Route;
import dev.lbctl.balancer.route.Router;
import dev.lbctl.config.AlgorithmKind;
import dev.lbctl.config.ConnectionConfig;
import dev.lbctl.config.HostPattern;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExplainerTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Pool pool =
            new Pool("web", Stream.of("A", "B", "C").map(ExplainerTest::backend).toList(), event -> {});
    private final Selection selection = new Selection(pool, Algorithms.create(AlgorithmKind.ROUND_ROBIN)).begin();
    private final Destination destination =
            Destination.of(selection, TestConfig.traffic(new ConnectionConfig(2, 1, MINUTE, MINUTE)));

    ExplainerTest() {
        Stream.of("A", "B", "C").forEach(name -> report(name, Health.UP, "HTTP 200"));
    }

    private static Backend backend(String name) {
        return new Backend(name, "127.0.0.1", 9000 + name.charAt(0));
    }

    private void report(String name, Health health, String reason) {
        pool.report(backend(name), health, reason);
    }

    private Explanation foresee(@Nullable String host, String target) {
        Explainer explainer = new Explainer(() -> new Router(
                List.of(route("api.example.org", "/v1"), route("*.example.org", "/"), route("only.example.net", "/"))));
        return explainer.foresee(new Hypothesis("GET", host, target, "10.0.0.7", Map.of()));
    }

    private Route route(String host, String path) {
        HostPattern pattern = HostPattern.parse(host).orElseThrow();
        return new Route(pattern, path, destination, Rewrite.NONE, false);
    }

    private Explanation foresee() {
        return foresee("only.example.net", "/");
    }

    private static Candidate candidate(Explanation explanation, String name) {
        return explanation.candidates().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void while_nobody_serves_a_request_would_wait_for_who_is_expected_back() {
        Stream.of("A", "B", "C").forEach(pool::leave);
        pool.expect("B", MINUTE);

        assertThat(foresee().answer().sentence())
                .isEqualTo("would wait for B to come back, and get 503 if that takes too long");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "api.example.org   | /v1/users | api.example.org is its very host, and /v1/users is under /v1;",
                "api.example.org   | /v2       | api.example.org is below example.org, and every path;",
                "a.b.example.org:8 | /         | a.b.example.org:8 is below example.org, and every path;"
            })
    void the_route_says_why_it_takes_the_request(String host, String target, String why) {
        Explanation.Taken route = Objects.requireNonNull(foresee(host, target).route());

        assertThat(route.why()).isEqualTo(why + " no more specific route does");
    }

    @Test
    void a_request_that_no_route_takes_would_be_answered_so() {
        Explanation explanation = foresee(null, "/");

        assertThat(explanation.route()).isNull();
        assertThat(explanation.choice()).isNull();
        assertThat(explanation.answer().status()).isEqualTo(404);
        assertThat(explanation.answer().cause()).isEqualTo("no_route");
    }

    @Test
    void who_does_not_come_into_question_is_told_with_the_reason() {
        report("A", Health.DOWN, "connection refused on 127.0.0.1:9065");
        pool.assign("B", Duty.DRAIN, "because");

        Explanation explanation = foresee();

        assertThat(candidate(explanation, "A").verdict()).isEqualTo("skipped");
        assertThat(candidate(explanation, "A").why()).isEqualTo("down: connection refused on 127.0.0.1:9065");
        assertThat(candidate(explanation, "B").why()).isEqualTo("drain: gets nothing new");
        assertThat(candidate(explanation, "C").verdict()).isEqualTo("picked");
        assertThat(explanation.answer().sentence()).isEqualTo("would go to C");
    }

    @Test
    void in_a_panic_a_member_that_is_down_comes_into_question() {
        Map<Backend, Weight> four =
                Stream.of("A", "B", "C", "D").collect(Collectors.toMap(ExplainerTest::backend, name -> Weight.of(1)));
        Pool panicking = new Pool("web", four, new PanicRule(50), event -> {});
        four.keySet().forEach(backend -> panicking.report(backend, Health.DOWN, "HTTP 500"));
        Hypothesis request = new Hypothesis("GET", null, "/", "10.0.0.7", Map.of());

        List<Candidate> candidates = Candidates.of(
                panicking.snapshot(), request.in(1, null), null, new Manner("by lot", Manner.Certainty.LOT));

        assertThat(candidates).extracting(Candidate::verdict).containsOnly("possible");
    }

    @Test
    void who_has_no_room_is_passed_by_and_when_all_have_none_the_request_would_wait() {
        fill("A");
        Explanation one = foresee();
        fill("B");
        fill("C");

        assertThat(candidate(one, "A").why()).isEqualTo("at its cap: 2 under way");
        assertThat(candidate(one, "A").inFlight()).isEqualTo(2);
        assertThat(candidate(one, "B").verdict()).isEqualTo("picked");
        assertThat(candidate(one, "C").verdict()).isEqualTo("passed_over");
        assertThat(foresee().answer().sentence()).startsWith("would wait for a member to have room");
    }

    private void fill(String name) {
        pool.snapshot().member(name).orElseThrow().load().begin();
        pool.snapshot().member(name).orElseThrow().load().begin();
    }

    @Test
    void without_anybody_to_serve_it_a_request_would_be_refused() {
        Stream.of("A", "B", "C").forEach(name -> pool.assign(name, Duty.MAINT, "because"));

        Explanation explanation = foresee();

        assertThat(candidate(explanation, "A").why()).isEqualTo("maint: neither traffic nor probes");
        assertThat(explanation.answer().status()).isEqualTo(503);
        assertThat(explanation.answer().sentence()).contains("No backend of pool web");
    }

    @ParameterizedTest
    @EnumSource
    void to_ask_takes_nobodys_turn_and_what_is_drawn_is_not_named(AlgorithmKind kind) {
        selection.use(Algorithms.create(kind));

        Explanation.Choice first = Objects.requireNonNull(foresee().choice());
        Explanation.Choice again = foresee().choice();

        assertThat(first).isEqualTo(again);
        assertThat(first.algorithm()).isEqualTo(kind.key());
        assertThat(first.backend() == null)
                .isEqualTo(kind == AlgorithmKind.RANDOM || kind == AlgorithmKind.POWER_OF_TWO);
    }
}
