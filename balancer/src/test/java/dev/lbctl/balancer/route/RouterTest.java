package dev.lbctl.balancer.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.TestConfig;
import dev.lbctl.balancer.algorithm.Algorithms;
import dev.lbctl.balancer.algorithm.Selection;
import dev.lbctl.balancer.header.Rewrite;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.config.AlgorithmKind;
import dev.lbctl.config.HostPattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterTest {

    private static Route route(@Nullable String host, String path, String pool) {
        Selection selection =
                new Selection(new Pool(pool, List.of(), event -> {}), Algorithms.create(AlgorithmKind.ROUND_ROBIN));
        HostPattern pattern = host == null ? null : HostPattern.parse(host).orElseThrow();
        return new Route(pattern, path, Destination.of(selection, TestConfig.POOL.traffic()), Rewrite.NONE, false);
    }

    private static String pool(Router router, @Nullable String host, String path) {
        return Objects.requireNonNull(router.route(host, path)).destination().pool();
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
        "/api//v2,api",
        "//api,all",
        "/API,all",
        "/%61pi,all",
        "*,all"
    })
    void the_longest_path_of_whole_segments_takes_the_request(String path, String pool) {
        Router router =
                new Router(List.of(route(null, "/", "all"), route(null, "/api", "api"), route(null, "/api/v2", "v2")));

        assertThat(pool(router, "a", path)).isEqualTo(pool);
        assertThat(pool(router, null, path)).isEqualTo(pool);
    }

    @ParameterizedTest(name = "{0}: {1}{2} goes to {3}")
    @CsvSource(delimiter = '|', textBlock = """
        # sentence | host | path | pool
        the very host goes before a wildcard            | api.example.org      | /        | api
        of one host, the longest path wins              | api.example.org      | /v1/x    | api-v1
        a host is the same in any case                  | API.Example.Org      | /        | api
        a port says nothing                             | api.example.org:8443 | /        | api
        a dot at the end says nothing                   | api.example.org.     | /        | api
        a dot before a port says nothing                | api.example.org.:80  | /v1      | api-v1
        a wildcard stands for one label                 | www.example.org      | /        | web
        a wildcard stands for several labels            | a.b.c.example.org    | /        | web
        a longer wildcard goes before a shorter one     | x.dev.example.org    | /        | dev
        a wildcard does not take the domain itself      | example.org          | /        | default
        a longer wildcard's domain is the shorter one's | dev.example.org      | /        | web
        a wildcard stands for whole labels              | wwwexample.org       | /        | default
        a wildcard stands for something                 | .example.org         | /        | default
        a longer wildcard without the path leaves it to a shorter one | x.deep.example.org | / | web
        a host without the path leaves it to a wildcard | only.example.org     | /other   | web
        a host without the path leaves it to every host | only.example.net     | /other   | default
        a host goes before a longer path of every host  | only.example.org     | /static  | only
        a wildcard goes before a longer path of every host | www.example.org   | /static  | web
        what no host takes is taken by the longest path | other.example        | /static  | files
        a host that is part of a name is not it         | xapi.example.org     | /        | web
        a name that goes on is not the host             | api.example.org.evil | /        | default
        an IPv4 address is a host                       | 127.0.0.1:80         | /        | four
        an IPv6 address is a host                       | [::1]                | /        | six
        an IPv6 address may have a port                 | [::1]:8080           | /        | six
        an IPv6 address has many spellings              | [0:0::0:1]:8080      | /        | six
        an IPv6 address is the same in any case         | [2001:DB8::A]        | /        | db8
        an IPv6 address may be another one              | [::2]                | /        | default
        what is no IPv6 address is no host              | [:::]                | /        | default
        a single label is a host                        | localhost            | /        | local
        a percent-encoded name is not read              | %61pi.example.org    | /        | web
        """)
    void the_most_specific_route_that_takes_host_and_path_wins(String sentence, String host, String path, String pool) {
        List<Route> routes = new ArrayList<>(List.of(
                route(null, "/", "default"),
                route(null, "/static", "files"),
                route("*.example.org", "/", "web"),
                route("*.dev.example.org", "/", "dev"),
                route("*.deep.example.org", "/v1", "deep"),
                route("api.example.org", "/", "api"),
                route("api.example.org", "/v1", "api-v1"),
                route("only.example.org", "/static", "only"),
                route("only.example.net", "/static", "only"),
                route("127.0.0.1", "/", "four"),
                route("[::1]", "/", "six"),
                route("2001:db8::a", "/", "db8"),
                route("localhost", "/", "local")));

        assertThat(pool(new Router(routes), host, path)).isEqualTo(pool);
        Collections.reverse(routes);
        assertThat(pool(new Router(routes), host, path))
                .as("in another order of the file")
                .isEqualTo(pool);
    }

    @Test
    void each_of_many_hosts_is_found() {
        Router router = new Router(IntStream.range(0, 1000)
                .boxed()
                .flatMap(n -> Stream.of(route("h" + n + ".org", "/", "h" + n), route("*.h" + n + ".org", "/", "w" + n)))
                .toList());

        for (int n = 0; n < 1000; n++) {
            assertThat(pool(router, "H" + n + ".org", "/")).isEqualTo("h" + n);
            assertThat(pool(router, "x.h" + n + ".org", "/")).isEqualTo("w" + n);
        }
        assertThat(router.route("h1000.org", "/")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"/other,a", "/api,b", "/apix,a"})
    void what_no_route_takes_has_none(String path, String host) {
        assertThat(new Router(List.of(route("a", "/api", "api"))).route(host, path))
                .isNull();
    }

    @Test
    void a_request_without_a_host_is_taken_by_routes_of_every_host_only() {
        Router router = new Router(List.of(route("a", "/", "a"), route(null, "/any", "any")));

        assertThat(router.route(null, "/")).isNull();
        assertThat(pool(router, null, "/any")).isEqualTo("any");
    }

    @Test
    void a_host_longer_than_a_name_can_be_is_no_host() {
        Router router = new Router(List.of(route("*.a", "/", "a"), route(null, "/", "any")));

        assertThat(pool(router, "x".repeat(251) + ".a", "/")).isEqualTo("a");
        assertThat(pool(router, "a.".repeat(5000) + "a", "/")).isEqualTo("any");
    }
}
