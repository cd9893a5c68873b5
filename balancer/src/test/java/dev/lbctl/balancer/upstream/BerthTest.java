package dev.lbctl.balancer.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.exchange.LoopTime;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.config.ConnectionConfig;
import dev.lbctl.config.TransportKind;
import io.netty.channel.EventLoopGroup;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BerthTest {
    private final Network network = Network.ofSystem(TransportKind.NIO);
    private final EventLoopGroup loops = network.transport().eventLoops(1);
    private final Connections home = new Connections(loops.next(), network, new LoopTime());
    private final Berth berth = new Berth(new Backend("one", "127.0.0.1", 9001));
    private final Connection first = idle();
    private final Connection second = idle();
    private final Connection third = idle();

    private Connection idle() {
        ConnectionConfig config = new ConnectionConfig(1, 8, Duration.ofMinutes(1), Duration.ofHours(1));
        Connection connection = new Connection(home, berth, config);
        berth.push(connection);
        return connection;
    }

    @AfterEach
    void stop() {
        loops.shutdownGracefully();
    }

    @Test
    void the_last_used_is_taken_first() {
        assertThat(berth.idle()).isEqualTo(3);
        assertThat(berth.pop()).isSameAs(third);
        assertThat(berth.pop()).isSameAs(second);
        assertThat(berth.pop()).isSameAs(first);
        assertThat(berth.pop()).isNull();
        assertThat(berth.idle()).isZero();
    }

    @Test
    void one_that_is_gone_is_taken_out_wherever_it_lies() {
        berth.forget(second);
        assertThat(berth.idle()).isEqualTo(2);
        berth.forget(third);
        berth.forget(third);
        assertThat(berth.pop()).isSameAs(first);
        assertThat(berth.pop()).isNull();
    }

    @Test
    void it_is_left_when_the_last_who_entered_leaves() {
        berth.enter().enter();
        assertThat(berth.leave()).isFalse();
        assertThat(berth.leave()).isTrue();
    }

    @Test
    void only_a_name_may_come_to_mean_another_address() {
        assertThat(berth.isNamed()).isFalse();
        assertThat(new Berth(new Backend("six", "::1", 80)).isNamed()).isFalse();
        assertThat(new Berth(new Backend("app", "app.test", 80)).isNamed()).isTrue();
    }
}
