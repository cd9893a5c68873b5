package dev.lbctl.balancer.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.operator.OperatorEvent.Dropped;
import dev.lbctl.balancer.operator.OperatorEvent.NotKept;
import dev.lbctl.balancer.pool.Duty;
import dev.lbctl.balancer.pool.PoolEvent;
import dev.lbctl.config.Address;
import dev.lbctl.config.AlgorithmKind;
import dev.lbctl.config.BackendConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator said holds again when the balancer is started anew. */
class RestartTest {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final BackendConfig ONE = new BackendConfig("server-1", new Address("127.0.0.1", 9001));
    private static final BackendConfig ONE_MOVED = new BackendConfig("server-1", new Address("127.0.0.1", 9101));
    private static final BackendConfig ONE_HEAVIER = new BackendConfig("server-1", ONE.address(), 5);
    private static final BackendConfig TWO = new BackendConfig("server-2", new Address("127.0.0.1", 9002));

    private final TestClock clock = new TestClock();
    private final Path directory;
    private final Path file;

    RestartTest(@TempDir Path directory) {
        this.directory = directory;
        this.file = directory.resolve("overrides.json");
    }

    @Test
    void duty_weight_and_algorithm_hold_again() {
        TestPool before = started(ONE, TWO);
        before.change("server-1", new Change(Duty.DRAIN, 3, null));
        before.operator.use("default", AlgorithmKind.WEIGHTED);

        TestPool after = started(ONE, TWO);

        assertThat(after.member("server-1").duty()).isEqualTo(Duty.DRAIN);
        assertThat(after.member("server-1").weight().wanted()).isEqualTo(3);
        assertThat(after.member("server-2").duty()).isEqualTo(Duty.READY);
        assertThat(after.algorithm()).isEqualTo(AlgorithmKind.WEIGHTED);
        assertThat(after.poolEvents)
                .extracting(PoolEvent::cause)
                .containsOnly("set by the operator, and kept over a restart");
    }

    @Test
    void who_joins_later_meets_what_was_said_of_it() {
        started(ONE).change("server-1", new Change(Duty.MAINT, 3, null));

        TestPool after = started();
        after.operator.join("default", TestPool.backend(ONE));

        assertThat(after.member("server-1").duty()).isEqualTo(Duty.MAINT);
        assertThat(after.member("server-1").weight().wanted()).isEqualTo(3);
        assertThat(after.poolEvents).extracting(PoolEvent::kind).containsExactly(PoolEvent.Kind.JOINED);
    }

    @Test
    void a_while_goes_on_over_a_restart_and_ends_when_it_was_to_end() {
        started(ONE).change("server-1", new Change(Duty.DRAIN, null, TEN_MINUTES));
        clock.pass(Duration.ofMinutes(9));

        TestPool after = started(ONE);
        assertThat(after.member("server-1").duty()).isEqualTo(Duty.DRAIN);
        assertThat(after.poolEvents.get(0).cause())
                .isEqualTo("set by the operator until 2026-01-01T12:10:00Z, and kept over a restart");

        clock.pass(Duration.ofMinutes(1));
        after.operator.expire();
        assertThat(after.member("server-1").duty()).isEqualTo(Duty.READY);
    }

    @Test
    void a_while_that_ended_meanwhile_is_over_and_a_lasting_duty_under_it_holds() {
        TestPool before = started(ONE, TWO);
        before.change("server-1", new Change(Duty.DRAIN, null, TEN_MINUTES));
        before.change("server-2", new Change(Duty.MAINT, null, null));
        before.change("server-2", new Change(Duty.READY, null, TEN_MINUTES));
        clock.pass(TEN_MINUTES);

        TestPool after = started(ONE, TWO);

        assertThat(after.member("server-1").duty()).isEqualTo(Duty.READY);
        assertThat(after.member("server-2").duty()).isEqualTo(Duty.MAINT);
    }

    @Test
    void what_was_taken_back_is_forgotten() throws IOException {
        TestPool before = started(ONE);
        before.change("server-1", new Change(Duty.DRAIN, 3, null));
        before.change("server-1", new Change(Duty.READY, 1, null));
        before.operator.use("default", AlgorithmKind.WEIGHTED);
        before.operator.use("default", AlgorithmKind.ROUND_ROBIN);

        assertThat(new OverridesFile(file).read()).isEqualTo(Overrides.NONE);
    }

    @Test
    void who_is_set_aside_is_not_after_a_restart() {
        started(ONE).operator.setAside("default", "server-1");

        assertThat(started(ONE).member("server-1").duty()).isEqualTo(Duty.READY);
    }

    @Test
    void a_member_that_has_moved_is_another_one() {
        started(ONE).change("server-1", new Change(Duty.DRAIN, 3, null));

        TestPool after = started(ONE_MOVED);

        assertThat(after.member("server-1").duty()).isEqualTo(Duty.READY);
        assertThat(after.member("server-1").weight().wanted()).isEqualTo(1);
        assertThat(after.events)
                .containsExactly(new Dropped(
                        "server-1",
                        "drain, weight 3",
                        "its url is http://127.0.0.1:9101 now, and was http://127.0.0.1:9001"));
        assertThat(started(ONE).member("server-1").duty()).isEqualTo(Duty.READY);
    }

    @Test
    void one_whose_configured_weight_is_another_is_another_one() {
        started(ONE).change("server-1", new Change(Duty.DRAIN, 3, null));

        TestPool after = started(ONE_HEAVIER);

        assertThat(after.member("server-1").duty()).isEqualTo(Duty.READY);
        assertThat(after.member("server-1").weight().wanted()).isEqualTo(5);
        assertThat(after.events)
                .containsExactly(
                        new Dropped("server-1", "drain, weight 3", "its configured weight is 5 now, and was 1"));
    }

    @Test
    void the_configured_weight_is_no_override() throws IOException {
        TestPool before = started(ONE_HEAVIER);
        before.change("server-1", new Change(null, 3, null));
        before.change("server-1", new Change(null, 5, null));

        assertThat(new OverridesFile(file).read()).isEqualTo(Overrides.NONE);
    }

    @Test
    void one_that_joins_from_elsewhere_is_another_one() {
        started(ONE).change("server-1", new Change(Duty.DRAIN, 3, null));

        TestPool after = started();
        after.operator.join("default", TestPool.backend(ONE_MOVED));

        assertThat(after.member("server-1").duty()).isEqualTo(Duty.READY);
        assertThat(after.events).hasSize(1);
    }

    @Test
    void another_configured_algorithm_is_used_whatever_was_said_of_the_former() {
        started(ONE).operator.use("default", AlgorithmKind.WEIGHTED);

        TestPool after = new TestPool(TestPool.config(AlgorithmKind.RANDOM, ONE), file, clock);

        assertThat(after.algorithm()).isEqualTo(AlgorithmKind.RANDOM);
        assertThat(after.events)
                .containsExactly(new Dropped(
                        null,
                        "algorithm weighted of the pool default",
                        "its configured algorithm is random now, and was round_robin"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "{\"backends\":[{\"pool\":\"default\",\"backend\":\"server-1\"}],\"algorithms\":[]}",
                "{\"backends\":[],\"algorithms\":[{\"pool\":\"default\",\"configured\":\"x\",\"algorithm\":\"y\"}]}"
            })
    void a_file_that_cannot_be_read_holds_up_no_start(String text) throws IOException {
        Files.writeString(file, text);

        TestPool after = started(ONE);

        assertThat(after.events).hasSize(1).first().isInstanceOf(Dropped.class);
        after.change("server-1", new Change(Duty.DRAIN, null, null));
        assertThat(started(ONE).member("server-1").duty()).isEqualTo(Duty.DRAIN);
    }

    @Test
    void a_change_that_cannot_be_kept_holds_and_is_told() throws IOException {
        TestPool life = started(ONE);
        Files.delete(directory);

        life.change("server-1", new Change(Duty.DRAIN, null, null));

        assertThat(life.member("server-1").duty()).isEqualTo(Duty.DRAIN);
        assertThat(life.events).hasSize(1).first().isInstanceOf(NotKept.class);
        Files.createDirectory(directory);
    }

    @Test
    void the_file_is_its_owners_alone_and_nothing_lies_beside_it() throws IOException {
        started(ONE).change("server-1", new Change(Duty.DRAIN, 3, TEN_MINUTES));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
        assertThat(Files.readString(file)).isEqualToIgnoringWhitespace("""
                { "backends" : [ { "pool" : "default", "backend" : "server-1", "url" : "http://127.0.0.1:9001",
                  "configured" : 1, "duty" : "ready",
                  "spell" : { "duty" : "drain", "until" : "2026-01-01T12:10:00Z" }, "weight" : 3 } ],
                  "algorithms" : [ ] }
                """);
    }

    private TestPool started(BackendConfig... backends) {
        return new TestPool(TestPool.config(AlgorithmKind.ROUND_ROBIN, backends), file, clock);
    }
}
