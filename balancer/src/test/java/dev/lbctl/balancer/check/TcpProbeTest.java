package dev.lbctl.balancer.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.Nobody;
import dev.lbctl.balancer.ScriptedBackend;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.probe.Probe.Result;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TcpProbeTest {
    private final Checking checking = new Checking();

    @AfterEach
    void stop() {
        checking.stop();
    }

    @Test
    void a_connection_is_enough() throws Exception {
        try (ScriptedBackend backend = new ScriptedBackend("")) {
            assertThat(checking.check(Checking.TCP, backend.named("b")))
                    .isEqualTo(new Result.Passed(
                            "connected to " + backend.named("b").authority()));
            assertThat(backend.asked()).isZero();
        }
    }

    @Test
    void a_closed_port_is_conclusive() throws Exception {
        Backend backend = Nobody.called("b");
        assertThat(checking.check(Checking.TCP, backend))
                .isEqualTo(new Result.Failed("connection refused on " + backend.authority(), true));
    }

    /** With its queue full, the system lets further connections wait. */
    @Test
    void a_connection_that_does_not_come_in_time_is_a_failure() throws Exception {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket first = new Socket(busy.getInetAddress(), busy.getLocalPort());
                Socket second = new Socket(busy.getInetAddress(), busy.getLocalPort())) {
            assertThat(first.isConnected() && second.isConnected()).isTrue();
            assertThat(checking.check(
                            Checking.TCP, new Backend("b", "127.0.0.1", busy.getLocalPort()), Duration.ofMillis(300)))
                    .isEqualTo(new Result.Failed("no connection within 300 ms", false));
        }
    }
}
