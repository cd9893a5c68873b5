package dev.lbctl.balancer.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lbctl.balancer.metrics.Answered;
import dev.lbctl.balancer.metrics.Asked;
import dev.lbctl.balancer.metrics.Phases;
import dev.lbctl.balancer.metrics.RequestRecord;
import dev.lbctl.balancer.metrics.Served;
import dev.lbctl.balancer.surface.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestFilterTest {
    private static final List<RequestRecord> REQUESTS = List.of(
            request(1, "GET", "/api/users?page=2", 200, "server-1"),
            request(2, "POST", "/api/users", 503, null),
            request(3, "GET", "/", 502, "server-2"),
            request(4, "GET", "/static/app.js", 404, "server-2"));

    @ParameterizedTest(name = "?{0} finds {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-, 1 2 3 4",
                "backend=server-2, 3 4",
                "status=503, 2",
                "status=5xx, 2 3",
                "status=2xx, 1",
                "method=GET, 1 3 4",
                "method=post, 2",
                "path=/api, 1 2",
                "path=/api&method=GET, 1",
                "failed, 2 3",
                "failed=true, 2 3",
                "failed=false, 1 4",
                "backend=server-2&status=5xx&failed, 3",
                "backend=server-9, ''"
            })
    void what_is_asked_for_must_hold_altogether(@Nullable String query, String found) {
        RequestFilter filter = RequestFilter.of(parameters(query));

        List<String> numbers = REQUESTS.stream()
                .filter(filter.wanted())
                .map(request -> String.valueOf(request.number()))
                .toList();

        assertThat(String.join(" ", numbers)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "status=abc, status is \"abc\"",
        "status=5x, status is \"5x\"",
        "limit=0, limit is \"0\"",
        "limit=1001, limit is \"1001\"",
        "limit=x, limit is \"x\"",
        "failed=perhaps, failed is \"perhaps\"",
        "statsu=500, there is no filter \"statsu\""
    })
    void what_cannot_be_asked_for_is_refused(String query, String detail) {
        assertThatThrownBy(() -> RequestFilter.of(parameters(query))).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(400);
            assertThat(refusal.body().detail()).isEqualTo(detail);
            assertThat(refusal.body().hint()).isNotBlank();
        });
    }

    @Test
    void a_hundred_are_shown_unless_another_number_is_asked_for() {
        assertThat(RequestFilter.of(Map.of()).limit()).isEqualTo(100);
        assertThat(RequestFilter.of(parameters("limit=7")).limit()).isEqualTo(7);
    }

    private static Map<String, List<String>> parameters(@Nullable String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String each : query == null ? new String[0] : query.split("&", -1)) {
            String[] parts = each.split("=", 2);
            parameters.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(parts.length == 1 ? "" : parts[1]);
        }
        return parameters;
    }

    private static RequestRecord request(
            long number, String method, String target, int status, @Nullable String backend) {
        return new RequestRecord(
                number,
                "id-" + number,
                Instant.EPOCH,
                new Asked("127.0.0.1", method, target, "HTTP/1.1", null, null, null),
                new Answered(status, 0, 0, backend == null ? "no backend" : null),
                new Served("default", backend, 1, null),
                new Phases(Phases.NONE, Phases.NONE, Phases.NONE, 1_000_000));
    }
}
