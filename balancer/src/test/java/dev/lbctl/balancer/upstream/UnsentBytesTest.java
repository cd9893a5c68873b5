package dev.lbctl.balancer.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.TestConfig;
import dev.lbctl.balancer.exchange.LoopTime;
import dev.lbctl.balancer.pool.Backend;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a connection whose backend has answered, as far as it has taken the request. */
class UnsentBytesTest {
    /** More than the system holds for a socket that nobody reads. */
    private static final int MUCH = 16 << 20;

    private final Network network = Network.ofSystem(TestConfig.TRANSPORT);
    private final EventLoopGroup loops = network.transport().eventLoops(1);
    private ServerSocket server;
    private Socket peer;
    private SocketChannel channel;
    private Connections connections;
    private Connection connection;

    @BeforeEach
    void connect() throws Exception {
        EventLoop loop = loops.next();
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        channel = (SocketChannel) network.transport()
                .client(loop)
                .handler(new ChannelInboundHandlerAdapter())
                .connect(server.getLocalSocketAddress())
                .sync()
                .channel();
        peer = server.accept();
        connections = new Connections(loop, network, new LoopTime());
        Backend backend = new Backend("one", "127.0.0.1", server.getLocalPort());
        connection = new Connection(
                connections, new Berth(backend), TestConfig.POOL.traffic().connections());
        connection.opened(channel);
    }

    @AfterEach
    void close() throws Exception {
        channel.close().sync();
        loops.shutdownGracefully(0, 0, TimeUnit.SECONDS);
        peer.close();
        server.close();
    }

    private ChannelFuture sendMuch() {
        return channel.writeAndFlush(Unpooled.wrappedBuffer(new byte[MUCH]));
    }

    private void takeBack() throws Exception {
        channel.eventLoop().submit(() -> connections.takeBack(connection, true)).sync();
    }

    @Test
    void a_backend_that_has_not_taken_the_whole_request_gets_no_other_on_that_connection() throws Exception {
        sendMuch();

        takeBack();

        assertThat(connection.berth().idle()).isZero();
        assertThat(channel.closeFuture().await(Duration.ofSeconds(10).toMillis()))
                .isTrue();
    }

    @Test
    void a_backend_that_has_taken_it_gets_another() throws Exception {
        ChannelFuture sent = sendMuch();
        assertThat(peer.getInputStream().readNBytes(MUCH)).hasSize(MUCH);
        sent.sync();

        takeBack();

        assertThat(connection.berth().idle()).isEqualTo(1);
        assertThat(channel.isOpen()).isTrue();
    }
}
