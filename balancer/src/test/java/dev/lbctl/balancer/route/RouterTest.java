package dev.lbctl.balancer.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.TestConfig;
import dev.lbctl.balancer.algorithm.Algorithms;
import dev.lbctl.balancer.algorithm.Selection;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.config.AlgorithmKind;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterTest {
    private final Router router = new Router(List.of(route("/", "all"), route("/api", "api"), route("/api/v2", "v2")));

    private static Route route(String path, String pool) {
        Selection selection =
                new Selection(new Pool(pool, List.of(), event -> {}), Algorithms.create(AlgorithmKind.ROUND_ROBIN));
        return new Route(path, Destination.of(selection, TestConfig.POOL.traffic()), false);
    }

    @ParameterizedTest
    @CsvSource({
        "/,all",
        "/other,all",
        "/apix,all",
        "/api,api",
        "/api/,api",
        "/api/v1,api",
        "/api/v2,v2",
        "/api/v2/x,v2",
        "/api/v20,api",
        "/API,all",
        "*,all"
    })
    void the_longest_path_of_whole_segments_takes_the_request(String path, String pool) {
        Route route = Objects.requireNonNull(router.route(path));

        assertThat(route.destination().pool()).isEqualTo(pool);
    }

    @Test
    void a_path_that_no_route_takes_has_none() {
        assertThat(new Router(List.of(route("/api", "api"))).route("/other")).isNull();
    }
}
