package dev.lbctl.launcher.reload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.api.ConfigReport;
import dev.lbctl.balancer.api.ConfigReport.Change;
import dev.lbctl.balancer.api.ConfigReport.Names;
import dev.lbctl.balancer.reload.Difference;
import dev.lbctl.config.LbConfig;
import dev.lbctl.config.file.ConfigFile;
import dev.lbctl.config.file.ConfigResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final Names NONE = new Names(List.of(), List.of(), List.of());
    private static final LbConfig NOW = config("pools: { default: { run: { sample: 2 } }, web: { run: { command: a },"
            + " backends: [{ url: \"http://h\", name: h }] } }\nroutes: [{ pool: default }, { path: /w, pool: web }]");

    @Test
    void that_nodes_came_and_went_is_no_difference_of_the_configuration() {
        Plan plan = plan(NOW);

        assertThat(plan.with(answer(member("default", "server-2"), member("web", "web-7")))
                        .isNone())
                .isTrue();
        assertThat(plan.with(answer(key("default", "backends"))).isNone()).isTrue();
    }

    @Test
    void what_somebody_has_told_the_balancer_alone_is_a_difference_although_the_file_is_the_same() {
        assertThat(plan(NOW)
                        .with(answer(key("default", "algorithm"), member("web", "h")))
                        .changes())
                .extracting(Difference.Change::key)
                .containsExactly("pools.default.algorithm", "pools.web.backends[h]");
    }

    @Test
    void what_the_file_changes_is_told_once() {
        LbConfig next = config(
                "pools: { default: { algorithm: random, run: { sample: 2 } }, web: { run: { command: a },"
                        + " backends: [{ url: \"http://h\", name: h }] } }\nroutes: [{ pool: default }, { path: /w, pool: web }]");

        assertThat(plan(next).with(answer(key("default", "algorithm"))).changes())
                .extracting(Difference.Change::key)
                .containsExactly("pools.default.algorithm");
    }

    private static Plan plan(LbConfig next) {
        return Plan.of(NOW, next, NodeChanges.between(NOW, next, Map.of(), Map.of()));
    }

    private static ConfigReport answer(Change... changes) {
        return new ConfigReport(false, "", NONE, NONE, List.of(changes), List.of());
    }

    private static Change key(String pool, String name) {
        return new Change("pools." + pool + "." + name, pool, null, "a", "b");
    }

    private static Change member(String pool, String name) {
        return new Change("pools." + pool + ".backends[" + name + "]", pool, name, "a", "b");
    }

    private static LbConfig config(String text) {
        return ((ConfigResult.Valid) ConfigFile.parse("test", text)).config();
    }
}
