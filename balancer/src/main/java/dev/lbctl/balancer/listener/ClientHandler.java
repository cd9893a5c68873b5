package dev.lbctl.balancer.listener;

import dev.lbctl.balancer.exchange.LoopTime;
import dev.lbctl.balancer.exchange.Tunnel;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a client's connection, or after an upgrade its tunnel, what the socket brings. The socket is read on demand; while an answer is awaited, one read is
 * outstanding, so that a client that leaves is noticed.
 */
final class ClientHandler extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(ClientHandler.class);

    private final ClientConnection connection;
    private final Clients clients;
    private final LoopTime time;
    private @Nullable Tunnel tunnel;

    ClientHandler(ClientConnection connection, Frontend frontend) {
        this.connection = connection;
        this.clients = frontend.clients();
        this.time = frontend.time();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        clients.came(connection);
    }

    /** Once the channel is gone. */
    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        clients.left(connection);
    }

    /** From now on the bytes are a tunnel's. */
    void join(Tunnel joined) {
        tunnel = joined;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        connection.opened();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        time.hold();
        try {
            received((ByteBuf) message);
        } finally {
            time.release();
        }
    }

    private void received(ByteBuf bytes) {
        if (tunnel == null) {
            connection.received(bytes);
        } else {
            tunnel.fromClient(bytes);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        time.hold();
        try {
            connection.readComplete();
        } finally {
            time.release();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (!ctx.channel().isWritable()) {
            return;
        }
        if (tunnel == null) {
            connection.writable();
        } else {
            tunnel.clientWritable();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (tunnel == null) {
            connection.closed();
        } else {
            tunnel.closed();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event == ChannelInputShutdownEvent.INSTANCE) {
            connection.inputClosed();
            if (tunnel != null) {
                tunnel.clientInputClosed();
            }
        }
    }

    /** After a reset nobody is left to be told; everything but that is a fault of ours. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (!(cause instanceof IOException)) {
            LOG.error("a client's connection is closed", cause);
        }
        ctx.close();
    }
}
