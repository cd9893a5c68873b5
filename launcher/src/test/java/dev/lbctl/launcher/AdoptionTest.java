package dev.lbctl.launcher;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.config.Address;
import dev.lbctl.launcher.event.EventRing;
import dev.lbctl.launcher.event.EventRing.Numbered;
import dev.lbctl.launcher.node.NodeRole;
import dev.lbctl.launcher.node.NodeSpec;
import dev.lbctl.launcher.node.StartResult;
import dev.lbctl.launcher.process.Child;
import dev.lbctl.launcher.process.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AdoptionTest {
    private static final StartResult SERVES = new StartResult.Started(List.of());

    @TempDir
    private Path directory = Path.of("");

    private final EventRing events = new EventRing(InstantSource.system());

    @Test
    void who_is_no_node_any_more_is_ended_once_the_balancer_knows() throws Exception {
        Child known = sleeper();
        Child stranger = sleeper();
        CompletableFuture<Boolean> strangerRanWhenTold = new CompletableFuture<>();

        new Adoption(Map.of("server-1", known, "api-1", stranger), List.of(node("server-1")), events)
                .settleIn(
                        CompletableFuture.completedFuture(SERVES),
                        () -> strangerRanWhenTold.complete(
                                stranger.identity().find().isPresent()));

        assertThat(stranger.exit().get(10, SECONDS)).hasToString("ended by SIGTERM");
        assertThat(strangerRanWhenTold).isCompletedWithValue(true);
        assertThat(known.identity().find()).isPresent();
        known.kill();
    }

    @Test
    void who_is_ended_is_named_with_its_process() throws Exception {
        Child stranger = sleeper();
        CompletableFuture<Numbered> told = new CompletableFuture<>();
        events.subscribe(told::complete);

        new Adoption(Map.of("api-1", stranger), List.of(), events)
                .settleIn(CompletableFuture.completedFuture(SERVES), () -> {});

        assertThat(told.get(10, SECONDS).event().message())
                .isEqualTo("api-1 still ran (pid " + stranger.pid()
                        + ") and is no node of this configuration; it was asked to end");
    }

    private Child sleeper() throws IOException {
        return Child.spawn(program());
    }

    private Program program() {
        return new Program(List.of("sleep", "60"), null, Map.of(), directory.resolve("log"));
    }

    private NodeSpec node(String name) {
        Address address = new Address("127.0.0.1", 1);
        NodeSpec.Health health = new NodeSpec.Health(null, null, Duration.ofSeconds(1));
        return new NodeSpec(name, NodeRole.SERVER, "default", program(), address, health, NodeSpec.Care.USUAL);
    }
}
