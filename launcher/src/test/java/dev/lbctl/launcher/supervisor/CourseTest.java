package dev.lbctl.launcher.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lbctl.config.Address;
import dev.lbctl.launcher.event.EventRing;
import dev.lbctl.launcher.node.NodeRole;
import dev.lbctl.launcher.node.NodeSpec;
import dev.lbctl.launcher.node.NodeState;
import dev.lbctl.launcher.node.StartResult;
import dev.lbctl.launcher.process.Program;
import dev.lbctl.launcher.rundir.RunDirectory;
import dev.lbctl.launcher.supervisor.Supervisor.Phase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Of nodes without processes, moved by hand. */
class CourseTest {
    private final OwnerThread owner = new OwnerThread();
    private final Fleet fleet =
            new Fleet(List.of(spec("balancer", NodeRole.BALANCER), spec("server-1", NodeRole.SERVER)));
    private final AtomicInteger timesReady = new AtomicInteger();
    private final Startup startup;
    private final Course course;

    CourseTest() {
        Surroundings surroundings = new Surroundings(
                RunDirectory.of("test", Map.of("XDG_STATE_HOME", "nowhere")),
                new MemberBook(),
                new EventRing(InstantSource.system()),
                2,
                members -> {},
                InstantSource.system());
        Prospect prospect = new Prospect(fleet, surroundings.membership());
        Lifecycle lifecycle = new Lifecycle(fleet, surroundings, owner, prospect);
        StopLadder ladder = new StopLadder(fleet, surroundings, owner, prospect);
        HeadStart headStart = new HeadStart(fleet, surroundings.cores(), lifecycle, owner);
        startup = new Startup(fleet, headStart, new Faults(surroundings, owner), surroundings.membership());
        course = new Course(owner, startup, new Shutdown(fleet, lifecycle, ladder, owner), timesReady::incrementAndGet);
        fleet.onChange(() -> owner.run(course::look));
    }

    private static NodeSpec spec(String name, NodeRole role) {
        return new NodeSpec(
                name,
                role,
                null,
                new Program(List.of("true"), null, Map.of(), Path.of("log")),
                new Address("127.0.0.1", 1),
                new NodeSpec.Health(null, "/health", Duration.ofSeconds(1)),
                NodeSpec.Care.USUAL);
    }

    private void move(NodeState... states) {
        owner.run(() -> fleet.all().forEach(node -> {
            for (NodeState state : states) {
                node.moveTo(state, "moved by hand");
            }
        }));
    }

    @Test
    void it_is_ready_once_when_its_nodes_are() {
        move(NodeState.STARTING, NodeState.READY);

        assertThat(startup.result().join()).isInstanceOf(StartResult.Started.class);
        await().untilAsserted(() -> assertThat(timesReady).hasValue(1));
        owner.run(fleet::tellChange);
        assertThat(course.phase()).isEqualTo(Phase.READY);
        assertThat(course.isEnding()).isFalse();

        owner.run(course::end);
        course.stopped().join();
        assertThat(course.phase()).isEqualTo(Phase.STOPPED);
        assertThat(timesReady).hasValue(1);
    }

    @Test
    void a_start_that_fails_ends_it_and_names_the_culprit() {
        move(NodeState.STARTING, NodeState.FAILED);

        course.stopped().join();

        assertThat(course.phase()).isEqualTo(Phase.STOPPED);
        assertThat(timesReady).hasValue(0);
        assertThat(startup.result().join())
                .isInstanceOfSatisfying(
                        StartResult.Failed.class,
                        failed -> assertThat(failed.node().name()).isEqualTo("balancer"));
    }

    @Test
    void an_end_that_comes_before_it_is_ready_abandons_the_start_and_lasts() {
        owner.run(course::end);
        course.stopped().join();
        owner.run(course::endNow);
        move(NodeState.STARTING, NodeState.READY);

        assertThat(startup.result().join()).isInstanceOf(StartResult.Abandoned.class);
        owner.ask(() -> course.stopped()).join();
        assertThat(course.phase()).isEqualTo(Phase.STOPPED);
        assertThat(timesReady).hasValue(0);
    }
}
