package dev.lbctl.balancer.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.probe.Probe.Result;
import io.netty.channel.ChannelException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import org.junit.jupiter.api.Test;

class ConnectFailureTest {
    private static final Backend BACKEND = new Backend("one", "10.0.0.1", 80);

    @Test
    void a_lack_of_sockets_on_this_machine_says_nothing_of_the_backend() {
        assertThat(ConnectFailure.of(BACKEND, new BindException("Cannot assign requested address")))
                .isInstanceOf(Result.Unmade.class);
        assertThat(ConnectFailure.of(BACKEND, new ChannelException(new IOException("Too many open files"))))
                .isInstanceOf(Result.Unmade.class);
    }

    @Test
    void a_refusal_is_conclusive_and_a_lack_of_routes_is_not() {
        assertThat(ConnectFailure.of(BACKEND, new ConnectException("Connection refused")))
                .isEqualTo(new Result.Failed("connection refused on 10.0.0.1:80", true));
        assertThat(ConnectFailure.of(BACKEND, new NoRouteToHostException("No route to host")))
                .isEqualTo(new Result.Failed("cannot connect to 10.0.0.1:80: No route to host", false));
    }
}
