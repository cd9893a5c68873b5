package dev.lbctl.balancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.balancer.api.ConfigReport;
import dev.lbctl.balancer.api.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a pool's members when the configuration is replaced. */
class LiveMembersTest {
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger held = new AtomicInteger();
    private final NamedServer one = new NamedServer("one", this::answer);
    private final NamedServer two = new NamedServer("two", this::answer);
    private final LiveBalancer balancer = new LiveBalancer(of(one("")));

    LiveMembersTest() throws IOException {}

    @AfterEach
    void stop() {
        release.countDown();
        balancer.close();
        one.close();
        two.close();
    }

    /** Says by which connection it was asked; what is asked for /held waits. */
    private String answer(HttpExchange exchange) {
        if (exchange.getRequestURI().getPath().equals("/held")) {
            held.incrementAndGet();
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return " over " + exchange.getRemoteAddress().getPort();
    }

    private String one(String more) {
        return "{ name: one, url: \"" + one.url() + "\"" + more + " }";
    }

    private String two(String more) {
        return "{ name: two, url: \"" + two.url() + "\"" + more + " }";
    }

    private static String of(String backends, String... lines) {
        return "pools:\n  default:\n    backends: [ " + backends + " ]\n    " + String.join("\n    ", lines) + "\n";
    }

    private String join(String name, NamedServer server) throws Exception {
        String body = "{\"name\":\"" + name + "\",\"url\":\"" + server.url() + "\"}";
        return balancer.admin("POST", "/backends", body).body();
    }

    private String names() throws Exception {
        return balancer.get("/backends").body().replaceAll("\\{\"name\":\"(\\w+)\"[^}]*}", "$1");
    }

    @Test
    void one_that_stays_keeps_its_counters_and_its_connection() throws Exception {
        String before = balancer.traffic("/").body();
        balancer.put(of(one("") + ", " + two(""), "algorithm: ip_hash", "health: { fall: 5 }"));
        balancer.put(of(one(""), "timeouts: { idle: 9s }"));

        assertThat(balancer.traffic("/").body()).isEqualTo(before);
        assertThat(balancer.backend("one").totalRequests()).isEqualTo(2);
        assertThat(balancer.backend("one").reason()).isEqualTo("HTTP 200");
    }

    @Test
    void a_new_one_serves_from_the_first_request_on_and_one_that_does_not_answer_is_told_of() throws Exception {
        balancer.put(of(two("")));
        assertThat(balancer.traffic("/").body()).startsWith("two");

        String gone = "{ name: gone, url: \"http://" + Nobody.called("gone").authority() + "\" }";
        ConfigReport report = Json.strict().readValue(balancer.put(of(two("") + ", " + gone)), ConfigReport.class);
        assertThat(report.notes()).hasSize(1);
        assertThat(report.notes().get(0))
                .startsWith("gone of the pool default gets no traffic yet: connection refused");
        assertThat(balancer.traffic("/").body()).startsWith("two");
    }

    @Test
    void what_runs_on_one_that_goes_runs_to_its_end() throws Exception {
        AtomicInteger status = new AtomicInteger();
        Thread client = new Thread(() -> {
            try {
                status.set(balancer.traffic("/held").statusCode());
            } catch (IOException | InterruptedException broken) {
                status.set(-1);
            }
        });
        client.start();
        await().until(() -> held.get() == 1);
        balancer.put("pools: { other: { backends: [ " + two("") + " ] } }\nroutes: [ { pool: other } ]\n");
        assertThat(balancer.traffic("/").body()).startsWith("two");
        release.countDown();
        client.join();

        assertThat(status).hasValue(200);
    }

    @Test
    void who_waits_for_a_member_is_served_by_it_and_holds_up_nobody_who_came_later() throws Exception {
        balancer.put(of(one(""), "connections: { max: 1 }"));
        AtomicInteger served = new AtomicInteger();
        Runnable client = () -> {
            try {
                served.addAndGet(balancer.traffic("/held").body().startsWith("one") ? 1 : 100);
            } catch (IOException | InterruptedException broken) {
                served.set(-1);
            }
        };
        Thread first = new Thread(client);
        Thread waiting = new Thread(client);
        first.start();
        await().until(() -> held.get() == 1);
        waiting.start();
        await().untilAsserted(() -> assertThat(balancer.get("/status").body()).contains("\"in_flight\":2"));
        balancer.put(of(two(""), "connections: { max: 1 }"));
        assertThat(balancer.traffic("/").body()).startsWith("two");
        release.countDown();
        first.join();
        waiting.join();

        assertThat(served).hasValue(2);
    }

    @Test
    void what_an_operator_said_holds_on_unless_that_member_is_configured_anew() throws Exception {
        balancer.put(of(one("") + ", " + two("")));
        balancer.admin("PATCH", "/backends/one", "{\"weight\":7,\"duty\":\"drain\"}");
        balancer.put(of(one("") + ", " + two(""), "algorithm: weighted"));

        BackendStatus kept = balancer.backend("one");
        assertThat(kept.weight()).isEqualTo(7);
        assertThat(kept.duty()).isEqualTo("drain");

        balancer.put(of(one(", weight: 3") + ", " + two("")));
        BackendStatus anew = balancer.backend("one");
        assertThat(anew.weight()).isEqualTo(3);
        assertThat(anew.duty()).isEqualTo("ready");
        assertThat(balancer.awaitEvent("override"))
                .contains(
                        "what the operator set for one (drain, weight 7) holds no more: its configured weight is 3 now, and was 1");
    }

    @Test
    void an_algorithm_that_an_operator_chose_stays_until_the_configured_one_is_another() throws Exception {
        balancer.admin("POST", "/algorithm", "{\"algorithm\":\"random\"}");
        balancer.put(of(one("") + ", " + two("")));
        assertThat(balancer.get("/algorithm").body()).startsWith("{\"algorithm\":\"random\"");

        balancer.put(of(one("") + ", " + two(""), "algorithm: weighted"));
        assertThat(balancer.get("/algorithm").body()).startsWith("{\"algorithm\":\"weighted\"");
    }

    @Test
    void who_joined_or_was_removed_by_the_api_stays_so_until_the_configuration_says_otherwise() throws Exception {
        balancer.put(of(one("") + ", " + two("")));
        join("three", one);
        balancer.admin("DELETE", "/backends/two", "");
        balancer.put(of(one("") + ", " + two(""), "algorithm: random"));
        assertThat(names()).isEqualTo("{\"backends\":[one,three]}");

        balancer.put(of(one("") + ", " + two(", weight: 2"), "algorithm: random"));
        assertThat(names()).isEqualTo("{\"backends\":[one,three,two]}");
    }

    @Test
    void a_pool_that_goes_takes_who_joined_it_along() throws Exception {
        join("three", two);
        balancer.put("pools: { other: { backends: [ " + two("") + " ] } }\nroutes: [ { pool: other } ]\n");
        HttpResponse<String> joining = balancer.admin(
                "POST", "/backends", "{\"name\":\"four\",\"url\":\"http://127.0.0.1:1\",\"pool\":\"default\"}");

        assertThat(names()).isEqualTo("{\"backends\":[two]}");
        assertThat(balancer.refused(404, joining).error()).isEqualTo("unknown_pool");
        assertThat(balancer.get("/metrics", "Accept", "text/plain").body()).doesNotContain("default");
    }

    @Test
    void another_way_to_probe_holds_at_once() throws Exception {
        balancer.put(of(one(""), "health: { expect: \"404\", fall: 1, interval: 1h }"));
        await().untilAsserted(() -> assertThat(balancer.backend("one").health()).isEqualTo("down"));

        balancer.put(of(one(""), "health: { interval: 1h, rise: 1 }"));
        await().untilAsserted(() -> assertThat(balancer.backend("one").health()).isEqualTo("up"));
    }

    @Test
    void sessions_stay_and_a_secret_that_cannot_be_had_changes_nothing() throws Exception {
        String sticky = "sticky: { cookie: s }";
        balancer.put(of(one("") + ", " + two(""), sticky));
        HttpResponse<String> first = balancer.traffic("/");
        String cookie = first.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        balancer.put(of(one("") + ", " + two(""), sticky, "algorithm: random"));
        HttpResponse<String> refused = balancer.admin(
                "PUT",
                "/config",
                LiveBalancer.HEAD + of(two(""), "sticky: { cookie: s, secret_file: /nowhere/secret }"),
                "If-Match",
                "*");

        assertThat(balancer.refused(400, refused).detail()).contains("there is no secret_file /nowhere/secret");
        assertThat(names()).isEqualTo("{\"backends\":[one,two]}");
        for (int i = 0; i < 10; i++) {
            assertThat(balancer.fresh("Cookie", cookie).body().substring(0, 3))
                    .isEqualTo(first.body().substring(0, 3));
        }
    }
}
