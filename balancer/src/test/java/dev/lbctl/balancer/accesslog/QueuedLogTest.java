package dev.lbctl.balancer.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueuedLogTest {
    private static final int CAPACITY = 8_192;

    @TempDir
    private Path folder;

    @Test
    void lines_come_in_the_order_of_the_exchanges_without_anybody_asking() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (AccessLog log = begin(new Target.Stream("in memory", written))) {
            IntStream.range(0, 1_000).forEach(i -> log.accept(Requests.plain(i)));
            await().until(() -> lines(written).size() == 1_000);
            assertThat(lines(written).get(999)).contains("request_id=\"id-999\"");
        }
    }

    @Test
    void a_target_that_takes_nothing_holds_up_nobody_and_every_lost_line_is_counted() throws InterruptedException {
        Gate gate = new Gate();
        AccessLog log = begin(new Target.Stream("in memory", gate));
        gate.awaitWriter();
        IntStream.range(0, CAPACITY + 100).forEach(i -> log.accept(Requests.plain(i)));
        assertThat(log.dropped()).isEqualTo(100);
        gate.open();
        log.close();
        assertThat(gate.lines()).isEqualTo(CAPACITY);
        assertThat(log.dropped()).isEqualTo(100);
    }

    @Test
    void a_close_waits_no_longer_than_its_patience_and_counts_what_it_leaves() throws InterruptedException {
        Gate gate = new Gate();
        AccessLog log = begin(new Target.Stream("in memory", gate));
        gate.awaitWriter();
        IntStream.range(0, 10).forEach(i -> log.accept(Requests.plain(i)));
        log.close();
        assertThat(log.dropped()).isEqualTo(10);
        gate.open();
    }

    @Test
    void what_ends_after_the_close_is_counted_as_lost() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        AccessLog log = begin(new Target.Stream("in memory", written));
        log.accept(Requests.plain(1));
        log.close();
        log.accept(Requests.plain(2));
        assertThat(lines(written)).hasSize(1);
        assertThat(log.dropped()).isEqualTo(1);
    }

    @Test
    void a_full_disk_costs_lines_until_there_is_room_again() throws IOException {
        Path path = folder.resolve("access.log");
        Files.createSymbolicLink(path, Path.of("/dev/full"));
        try (AccessLog log = begin(file(path))) {
            log.accept(Requests.plain(1));
            log.accept(Requests.plain(2));
            await().until(() -> log.dropped() == 2);
            Files.delete(path);
            log.accept(Requests.plain(3));
            await().until(() -> Files.exists(path) && Files.readString(path).contains("id-3"));
            assertThat(log.dropped()).isEqualTo(2);
        }
    }

    @Test
    void many_threads_lose_nothing_while_the_disk_keeps_up() throws Exception {
        Path path = folder.resolve("access.log");
        AccessLog log = begin(file(path));
        ExecutorService loops = Executors.newFixedThreadPool(4);
        for (int t = 0; t < 4; t++) {
            loops.execute(() -> IntStream.range(0, CAPACITY / 4).forEach(i -> log.accept(Requests.plain(i))));
        }
        loops.shutdown();
        assertThat(loops.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        log.close();
        assertThat(log.dropped()).isZero();
        assertThat(Files.readAllLines(path)).hasSize(CAPACITY).allMatch(line -> line.endsWith("\""));
    }

    private static AccessLog begin(Target target) {
        return QueuedLog.begin(new CombinedFormat(), target, System::nanoTime);
    }

    private static Target file(Path path) {
        return new LogFile(path, new Rotation(path, Long.MAX_VALUE, 1, System::nanoTime), System::nanoTime);
    }

    private static List<String> lines(ByteArrayOutputStream written) {
        return written.toString(StandardCharsets.US_ASCII).lines().toList();
    }
}
