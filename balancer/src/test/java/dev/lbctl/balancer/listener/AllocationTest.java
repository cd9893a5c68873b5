package dev.lbctl.balancer.listener;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How much of the heap a request takes: counted by the virtual machine, on the event loop's thread alone. */
class AllocationTest {
    private static final String GET = "GET /64 HTTP/1.1\r\nHost: 127.0.0.1:8000\r\n\r\n";
    private static final String OK = "HTTP/1.1 200 OK\r\nServer: nginx\r\nDate: Sat, 21 Nov 2026 20:00:00 GMT\r\n"
            + "Content-Type: text/plain\r\nContent-Length: 64\r\nConnection: keep-alive\r\n\r\n" + "x".repeat(64);
    private static final int BEFORE = 1_000;
    private static final int COUNTED = 4_000;
    /** What hardly compiled code takes, with io_uring, and a tenth more: compiled code takes less, since it leaves out some objects. */
    private static final long MOST_BYTES = 1_790;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void a_small_request_takes_little_of_the_heap() throws IOException {
        AtomicReference<@Nullable Thread> loop = new AtomicReference<>();
        try (PlayedBackend one = PlayedBackend.answering(OK);
                TestProxy proxy = TestProxy.single(one.backend());
                Wire client = proxy.connect()) {
            proxy.afterOutcome = () -> loop.set(Thread.currentThread());
            ask(client, BEFORE);
            long id = Objects.requireNonNull(loop.get()).getId();
            long before = threads.getThreadAllocatedBytes(id);
            ask(client, COUNTED);

            assertThat((threads.getThreadAllocatedBytes(id) - before) / COUNTED).isLessThan(MOST_BYTES);
        }
    }

    private static void ask(Wire client, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            client.send(GET).readHead();
            client.skip(64);
        }
    }
}
