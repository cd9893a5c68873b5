package dev.lbctl.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lbctl.balancer.api.Json;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ExplainCommandTest {
    private static final String URL = "http://localhost:8000/users";

    private final SteeredCluster cluster;

    ExplainCommandTest(@TempDir Path home) throws IOException {
        this.cluster = new SteeredCluster(home);
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void a_request_that_was_sent_is_told_from_its_route_to_its_answer() throws Exception {
        cluster.typed("drain server-1");
        cluster.release();
        cluster.ask().get();

        Typed told = cluster.typed("explain 1");

        assertThat(told.exit()).as(told.err()).isZero();
        assertThat(told.out())
                .contains("GET /slow of host")
                .contains("route    /: it takes every host, and every path")
                .contains("pool     default, by round_robin: each in turn, whatever its weight")
                .containsPattern("server-1 +up +drain +1 +- skipped +drain: gets nothing new")
                .containsPattern("server-2 +up +ready +1 +- picked +the first choice")
                .containsPattern("server-2 .*completed")
                .contains("answer   200, relayed whole from server-2");
    }

    @Test
    void a_request_that_was_not_sent_is_foreseen() throws IOException {
        Typed table = cluster.typed("explain --request GET " + URL);
        JsonNode json = Json.strict()
                .readTree(cluster.typed("explain -o json --client 10.0.0.7 --header X-A:b --request GET " + URL)
                        .out());

        assertThat(table.out()).contains("answer   would go to server-1");
        assertThat(json.at("/choice/backend").asText()).isEqualTo("server-1");
        assertThat(json.at("/asked/client").asText()).isEqualTo("10.0.0.7");
    }

    @Test
    void a_request_that_is_not_known_is_an_error_that_says_where_to_look() {
        Typed unknown = cluster.typed("explain 99");

        assertThat(unknown.exit()).isEqualTo(1);
        assertThat(unknown.err()).contains("no request \"99\"").contains("GET /requests");
    }

    @ParameterizedTest
    @ValueSource(strings = {"explain", "explain 1 --request GET " + URL, "explain --request GET"})
    void what_cannot_be_asked_is_a_mistake_of_usage(String line) {
        assertThat(cluster.typed(line).exit()).isEqualTo(2);
    }
}
