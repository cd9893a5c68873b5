package dev.lbctl.launcher.reload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.config.Address;
import dev.lbctl.config.LbConfig;
import dev.lbctl.config.file.ConfigFile;
import dev.lbctl.config.file.ConfigResult;
import dev.lbctl.launcher.node.NodeRole;
import dev.lbctl.launcher.node.NodeSpec;
import dev.lbctl.launcher.process.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeChangesTest {
    private static final LbConfig NOW =
            config("pools: { web: { run: { command: a, copies: 2 } }, api: { run: { command: b } },"
                    + " jobs: { run: { command: c, traffic: false } } }\nroutes: [{ pool: web }]");

    @Test
    void the_same_configuration_changes_nothing() {
        Map<String, NodeSpec> specs = Map.of("web", spec("web", "a"), "api", spec("api", "b"));

        assertThat(NodeChanges.between(NOW, NOW, specs, specs).isNone()).isTrue();
    }

    @Test
    void pools_come_and_go_grow_and_run_something_else() {
        LbConfig next = config("pools: { web: { run: { command: a, copies: 5 } }, api: { run: { command: b2 } },"
                + " files: { run: { command: d, copies: 3 } } }\nroutes: [{ pool: web }]");

        NodeChanges changes = NodeChanges.between(
                NOW,
                next,
                Map.of("web", spec("web", "a"), "api", spec("api", "b"), "jobs", spec("jobs", "c")),
                Map.of("web", spec("web", "a"), "api", spec("api", "b2"), "files", spec("files", "d")));

        assertThat(changes.begun()).containsExactly("files");
        assertThat(changes.ended()).containsExactly("jobs");
        assertThat(changes.resized()).containsExactly("web");
        assertThat(changes.restarted()).containsExactly("api");
        assertThat(changes.words())
                .containsExactly(
                        "files: 3 nodes started",
                        "jobs: its nodes stopped",
                        "web: 5 nodes",
                        "api: its nodes restarted in turn");
    }

    @Test
    void a_number_that_a_person_asked_for_stays_while_the_configuration_says_the_same() {
        Map<String, NodeSpec> specs = Map.of("web", spec("web", "a"));
        LbConfig next = config(
                "pools: { web: { algorithm: random, run: { command: a, copies: 2 } } }\nroutes: [{ pool: web }]");

        assertThat(NodeChanges.between(NOW, next, specs, specs).resized()).isEmpty();
    }

    @Test
    void a_pool_that_goes_is_kept_without_routes_and_sessions_until_its_nodes_are_gone() {
        LbConfig now = config(
                "pools: { web: { run: { command: a } },"
                        + " api: { run: { command: b }, sticky: { cookie: who } } }\nroutes: [{ pool: web }, { path: /api, pool: api }]");
        LbConfig next =
                config("pools: { web: { run: { command: a }, sticky: { cookie: who } } }\nroutes: [{ pool: web }]");
        NodeChanges changes = NodeChanges.between(
                now, next, Map.of("web", spec("web", "a"), "api", spec("api", "b")), Map.of("web", spec("web", "a")));
        Plan plan = Plan.of(now, next, changes);

        assertThat(plan.hasTransition()).isTrue();
        assertThat(plan.transition().routes()).isEqualTo(next.routes());
        ConfigResult read = ConfigFile.parse("x.yaml", ConfigFile.write(plan.transition()));
        assertThat(read).isInstanceOf(ConfigResult.Valid.class);
        assertThat(plan.transition().pools()).containsOnlyKeys("web", "api");
    }

    private static LbConfig config(String yaml) {
        return ((ConfigResult.Valid) ConfigFile.parse("x.yaml", yaml)).config();
    }

    private static NodeSpec spec(String pool, String command) {
        return new NodeSpec(
                pool + "-1",
                NodeRole.SERVER,
                pool,
                new Program(List.of(command), null, Map.of(), Path.of("log")),
                new Address("127.0.0.1", 9001),
                new NodeSpec.Health(null, null, Duration.ofSeconds(1)),
                NodeSpec.Care.USUAL);
    }
}
