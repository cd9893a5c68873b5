package dev.lbctl.balancer.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.retry.Outcome;
import io.netty.channel.ChannelException;
import io.netty.channel.ConnectTimeoutException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnconnectedTest {

    /** As Netty tells it by a channel that it could not create. */
    private static ChannelException uncreated(String said) {
        Throwable socket = new ChannelException(new IOException(said));
        return new ChannelException("Unable to create Channel", new InvocationTargetException(socket));
    }

    @ParameterizedTest
    @CsvSource({
        "Connection refused, REFUSED",
        "connect(..) failed with error(-111): Connection refused: /127.0.0.1:1, REFUSED",
        "Connection refused: getsockopt: /127.0.0.1:1, REFUSED",
        "No route to host, UNREACHABLE",
        "Network is unreachable, UNREACHABLE",
        "connect(..) failed with error(-99): Cannot assign requested address: /127.0.0.1:1, NO_SOCKET",
        "Can't assign requested address, NO_SOCKET",
        "Too many open files, NO_SOCKET",
        "Too many open files in system, NO_SOCKET",
        "No buffer space available, NO_SOCKET",
    })
    void what_the_system_says_tells_who_is_to_blame(String said, Outcome.Kind kind) {
        assertThat(Unconnected.kind(new ConnectException(said))).isEqualTo(kind);
        assertThat(Unconnected.kind(new SocketException(said))).isEqualTo(kind);
    }

    @Test
    void the_detail_is_what_the_system_said_without_the_call() {
        String of = ": Connection refused: /127.0.0.1:1";
        assertThat(Unconnected.detail(new ConnectException("finishConnect(..) failed with error(-111)" + of)))
                .isEqualTo("Connection refused: /127.0.0.1:1");
        assertThat(Unconnected.detail(new ConnectException("io_uring connect(..) failed with error(-111)" + of)))
                .isEqualTo("Connection refused: /127.0.0.1:1");
        assertThat(Unconnected.detail(new ConnectException("No route to host"))).isEqualTo("No route to host");
    }

    @Test
    void a_time_that_is_over_and_a_name_that_nobody_knows_are_told_apart() {
        assertThat(Unconnected.kind(new ConnectTimeoutException("timed out"))).isEqualTo(Outcome.Kind.CONNECT_TIMEOUT);
        assertThat(Unconnected.kind(new UnknownHostException("nowhere.invalid")))
                .isEqualTo(Outcome.Kind.UNREACHABLE);
        assertThat(Unconnected.kind(new BindException("Cannot assign requested address")))
                .isEqualTo(Outcome.Kind.NO_SOCKET);
    }

    @Test
    void a_socket_that_cannot_even_be_made_is_a_lack_of_this_machine_whatever_the_system_says() {
        assertThat(Unconnected.kind(uncreated("Too many open files"))).isEqualTo(Outcome.Kind.NO_SOCKET);
        assertThat(Unconnected.kind(uncreated("whatever"))).isEqualTo(Outcome.Kind.NO_SOCKET);
        assertThat(Unconnected.detail(uncreated("Too many open files"))).isEqualTo("Too many open files");
    }
}
