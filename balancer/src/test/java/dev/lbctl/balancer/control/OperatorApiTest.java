package dev.lbctl.balancer.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.balancer.api.ErrorBody;
import dev.lbctl.balancer.api.Json;
import dev.lbctl.balancer.api.StatusReport;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an operator changes by the admin API while the balancer runs. */
class OperatorApiTest {
    private final ControlClient client = new ControlClient();

    @AfterEach
    void stop() {
        client.stop();
    }

    @Test
    void duty_and_weight_are_set_in_one_change_and_shown_everywhere() throws Exception {
        BackendStatus changed = changed("server-1", "{\"duty\":\"maint\",\"weight\":3}");

        assertThat(changed.duty()).isEqualTo("maint");
        assertThat(changed.weight()).isEqualTo(3);
        assertThat(changed.until()).isNull();
        assertThat(client.read("/status", StatusReport.class).backendServers().get(0))
                .isEqualTo(changed);
        JsonNode listed =
                client.read("/backends", JsonNode.class).get("backends").get(0);
        assertThat(listed.get("weight").asInt()).isEqualTo(3);
        assertThat(listed.get("until").isNull()).isTrue();
    }

    @Test
    void what_is_left_out_of_a_change_stays_as_it_is() throws Exception {
        changed("server-1", "{\"duty\":\"drain\"}");

        assertThat(changed("server-1", "{\"weight\":3}").duty()).isEqualTo("drain");
        assertThat(changed("server-1", "{\"duty\":\"ready\"}").weight()).isEqualTo(3);
    }

    @Test
    void a_duty_for_a_while_is_shown_with_its_end() throws Exception {
        Instant before = Instant.now();

        BackendStatus changed = changed("server-1", "{\"duty\":\"drain\",\"for\":\"10m\"}");

        assertThat(changed.until())
                .isBetween(before.plus(Duration.ofMinutes(10)), Instant.now().plus(Duration.ofMinutes(10)));
        assertThat(changed("server-1", "{\"duty\":\"drain\"}").until()).isNull();
    }

    @Test
    void who_leaves_gets_nothing_new_until_it_joins_again() throws Exception {
        assertThat(changed("server-1", "{\"duty\":\"drain\",\"leaving\":true}").duty())
                .isEqualTo("drain");

        client.change("POST", "/backends", "{\"name\":\"server-1\",\"url\":\"http://127.0.0.1:9001\"}");

        assertThat(client.read("/status", StatusReport.class)
                        .backendServers()
                        .get(0)
                        .duty())
                .isEqualTo("ready");
    }

    @Test
    void the_algorithm_is_shown_beside_those_there_are_and_changed_at_once() throws Exception {
        JsonNode shown = client.read("/algorithm", JsonNode.class);
        assertThat(shown.get("algorithm").asText()).isEqualTo("round_robin");
        assertThat(shown.get("available").toString()).contains("\"least_connections\"", "\"weighted\"");

        JsonNode changed = Json.strict()
                .readTree(client.change("POST", "/algorithm", "{\"algorithm\":\"least_connections\"}")
                        .body());

        assertThat(changed.get("pools")).hasToString("""
                [{"pool":"default","algorithm":"least_connections","configured":"round_robin"}]""");
        assertThat(client.read("/status", StatusReport.class).algorithm()).isEqualTo("least_connections");
    }

    @Test
    void an_unknown_algorithm_is_refused_with_those_there_are() throws Exception {
        ErrorBody refusal =
                client.refusal(client.change("POST", "/algorithm", "{\"algorithm\":\"least_conections\"}"), 400);

        assertThat(refusal.hint())
                .startsWith("did you mean least_connections? there is ")
                .contains("round_robin", "power_of_two");
    }

    @Test
    void changes_need_the_token() throws Exception {
        client.refusal(client.send("POST", "/algorithm", "{\"algorithm\":\"random\"}"), 401);
        client.refusal(client.send("PATCH", "/backends/server-1", "{\"duty\":\"drain\"}"), 401);

        assertThat(client.read("/status", StatusReport.class).algorithm()).isEqualTo("round_robin");
        assertThat(client.read("/status", StatusReport.class)
                        .backendServers()
                        .get(0)
                        .duty())
                .isEqualTo("ready");
    }

    private BackendStatus changed(String backend, String body) throws IOException, InterruptedException {
        return Json.strict()
                .readValue(client.change("PATCH", "/backends/" + backend, body).body(), BackendStatus.class);
    }
}
