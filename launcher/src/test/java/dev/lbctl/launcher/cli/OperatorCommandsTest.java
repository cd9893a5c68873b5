package dev.lbctl.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lbctl.balancer.api.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator types to turn a running balancer. */
@Timeout(60)
class OperatorCommandsTest {
    private final SteeredCluster cluster;

    OperatorCommandsTest(@TempDir Path home) throws IOException {
        this.cluster = new SteeredCluster(home);
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void a_duty_is_set_told_and_taken_back() throws IOException {
        assertThat(cluster.typed("drain server-1 server-2")).isEqualTo(new Typed(0, "", """
                        server-1 gets nothing new; it has nothing under way
                        server-2 gets nothing new; it has nothing under way
                        """));
        assertThat(cluster.typed("maint server-1 --for 90m").err())
                .isEqualTo("server-1 gets neither traffic nor probes for 90m; it has nothing under way\n");

        JsonNode shown =
                Json.strict().readTree(cluster.typed("ready server-1 -o json").out());

        assertThat(shown.at("/backends/0/name").asText()).isEqualTo("server-1");
        assertThat(shown.at("/backends/0/duty").asText()).isEqualTo("ready");
    }

    @Test
    void a_load_is_sent_counted_and_told_by_backend() throws IOException {
        JsonNode told = Json.strict()
                .readTree(cluster.typed("bench --requests 200 --concurrency 4 -o json")
                        .out());
        assertThat(told.at("/result/statuses/200").asLong()).isEqualTo(200);
        assertThat(told.at("/result/latency/p99").asDouble()).isPositive();
        assertThat(told.at("/failed").asLong()).isZero();
        assertThat(told.at("/backends/server-1").asLong()).isEqualTo(100);
        Typed table = cluster.typed("bench --requests 10");
        assertThat(table.out()).contains("answers  10 in", "status   200: 10").containsPattern("server-2 +5 +50.0 %");
        assertThat(table.err()).as("a bar is for a terminal").isEmpty();
        assertThat(table.out()).doesNotContain("retried");
    }

    @Test
    void a_load_tells_how_often_the_balancer_had_to_try_another_server() {
        Typed table = cluster.typed("bench --requests 2 --concurrency 1 --path " + SteeredCluster.BROKEN_AT_ONE);

        assertThat(table.out()).contains("status   200: 2").containsPattern("retried +(once|2 times): an attempt had");
    }

    @Test
    void what_came_of_a_load_is_told_without_the_cluster_that_is_gone_by_then() throws Exception {
        CompletableFuture<Typed> load =
                CompletableFuture.supplyAsync(() -> cluster.typed("bench --requests 1 --path /slow"));
        cluster.forgetOnceAsked();
        cluster.release();

        Typed told = load.join();
        assertThat(told.exit()).isZero();
        assertThat(told.out()).contains("answers  1 in", "latency").doesNotContain("server-1");
        assertThat(told.err()).contains("which backends served it is not known: cluster \"test\" does not run");
    }

    @Test
    void a_load_without_an_answer_has_no_latency() {
        Typed told = cluster.typed("bench --requests 2 --url http://127.0.0.1:1");

        assertThat(told.exit()).isEqualTo(1);
        assertThat(told.out()).contains("answers  0 in", "error").doesNotContain("latency");
    }

    @Test
    void a_drain_is_waited_for_until_nothing_is_under_way() throws Exception {
        assertThat(cluster.typed("drain server-2").exit()).isZero();
        CompletableFuture<HttpResponse<String>> answer = cluster.ask();

        Typed late = cluster.typed("drain server-1 --wait --timeout 1s");
        assertThat(late.exit()).isEqualTo(4);
        assertThat(late.err()).isEqualTo("""
                server-1 gets nothing new; it has 1 request under way
                lbctl: after 1 s, server-1 has 1 request under way
                  its duty stays as it is; look: lbctl ps, lbctl top
                """);

        cluster.release();
        assertThat(cluster.typed("drain server-1 server-2 --wait").exit()).isZero();
        assertThat(answer.join().statusCode()).isEqualTo(200);
    }

    @Test
    void ready_is_waited_for_until_traffic_is_taken() {
        cluster.typed("drain server-2");
        assertThat(cluster.typed("ready server-2 --wait").err()).isEqualTo("server-2 takes traffic\n");

        cluster.loseOne();

        Typed late = cluster.typed("ready server-1 --wait --timeout 100ms");
        assertThat(late.exit()).isEqualTo(4);
        assertThat(late.err()).contains("server-1 is down (connection refused on 127.0.0.1:");
    }

    @Test
    void a_weight_is_set_and_one_that_does_nothing_is_worth_a_word() {
        assertThat(cluster.typed("weight server-1 3").err()).isEqualTo("""
                server-1 weighs 3 now, and 1 before
                  round_robin does not look at weights; one that does: lbctl algorithm weighted --name test
                """);
        assertThat(cluster.typed("algorithm weighted").exit()).isZero();
        assertThat(cluster.typed("weight server-1 2").err()).isEqualTo("server-1 weighs 2 now, and 3 before\n");
    }

    @Test
    void the_algorithm_is_shown_with_those_there_are_and_changed() throws IOException {
        assertThat(cluster.typed("algorithm").out()).startsWith("""
                POOL       ALGORITHM           CONFIGURED
                default    round_robin         round_robin

                there are: round_robin, weighted, least_connections,""");
        assertThat(cluster.typed("algorithm power_of_two").out()).isEqualTo("""
                POOL       ALGORITHM           CONFIGURED
                default    power_of_two        round_robin
                """);
        assertThat(Json.strict()
                        .readTree(cluster.typed("algorithm -o json").out())
                        .get("algorithm")
                        .asText())
                .isEqualTo("power_of_two");
    }

    @ParameterizedTest(name = "lbctl {0}")
    @CsvSource(delimiterString = "=>", textBlock = """
            drain server-1 sever-2         => there is no backend "sever-2"; did you mean server-2?
            maint server-1 --pool defualt  => there is no pool "defualt"; did you mean default?
            drain server-1 --for 10        => "10" is not a time; write a number and ms, s, m or h, like 10m
            ready server-1 --timeout 0s    => "0s" is not a time
            weight server-1 0              => the weight is 0; write 1 to 1000, or lbctl drain
            weight server-9 3              => there is no backend "server-9"
            algorithm least_conections     => there is no algorithm "least_conections"; did you mean least_connections?
            algorithm random --pool web    => there is no pool "web"
            """)
    void a_wrong_word_is_told_before_anything_is_done(String line, String told) {
        Typed typed = cluster.typed(line);

        assertThat(typed.exit()).isEqualTo(2);
        assertThat(typed.err()).contains(told).doesNotContain("Exception");
        assertThat(cluster.typed("ready server-1 -o json").out()).contains("\"weight\" : 1");
        assertThat(cluster.typed("algorithm").out()).contains("round_robin         round_robin");
    }
}
