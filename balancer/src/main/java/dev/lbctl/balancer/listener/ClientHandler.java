package dev.lbctl.balancer.listener;

import dev.lbctl.balancer.exchange.ClientStream;
import dev.lbctl.balancer.exchange.Exchange;
import dev.lbctl.balancer.exchange.Gateway;
import dev.lbctl.balancer.exchange.GatewayError;
import dev.lbctl.balancer.exchange.RequestHead;
import dev.lbctl.balancer.exchange.Upstreams;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection: a request at a time becomes an exchange. Messages come one for each read; between two requests,
 * and while an answer is awaited, one read is always outstanding, so that a client that leaves is noticed.
 */
final class ClientHandler extends ChannelInboundHandlerAdapter implements ClientStream {
    /** Told to every connection when the server stops: finish what runs, take nothing new. */
    static final Object DRAIN = new Object();

    private final Gateway gateway;
    private final Upstreams upstreams;
    private @Nullable ChannelHandlerContext context;
    private @Nullable Exchange exchange;
    private @Nullable HttpRequest next;
    private final Demand demand = new Demand();
    private boolean draining;

    ClientHandler(Gateway gateway, Upstreams upstreams) {
        this.gateway = gateway;
        this.upstreams = upstreams;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        read();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        demand.served();
        if (message instanceof HttpRequest request) {
            if (exchange == null) {
                begin(request);
            } else {
                next = request; // Pipelined: its turn comes when the present answer is sent.
            }
        } else if (message instanceof HttpContent content) {
            take(content);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        demand.renew(ctx);
    }

    private void begin(HttpRequest request) {
        GatewayError refusal = FramingGuard.judge(request);
        if (refusal != null) {
            refuse(refusal);
            return;
        }
        RequestHead head = new RequestHead(request, clientAddress());
        Exchange begun = new Exchange(gateway, upstreams, this, head);
        exchange = begun;
        begun.begin();
        if (!head.hasBody()) { // With a body, the exchange asks for each piece, and for what follows the last.
            read();
        }
    }

    private void take(HttpContent content) {
        Exchange taker = exchange;
        if (content.decoderResult().isFailure()) {
            ReferenceCountUtil.release(content);
            if (taker == null) {
                abort(); // Nothing after it can be understood, and what was before is answered.
            } else {
                taker.requestMalformed();
            }
        } else if (taker == null || taker.requestIsComplete()) {
            ReferenceCountUtil.release(content);
            read();
        } else {
            taker.requestContent(content);
        }
    }

    private void refuse(GatewayError error) {
        FullHttpResponse response = error.response();
        response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        context().writeAndFlush(response).addListener(Farewell.AFTER_WRITE);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (exchange != null && ctx.channel().isWritable()) {
            exchange.clientWritable();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        next = null;
        Exchange left = exchange;
        exchange = null;
        if (left != null) {
            left.clientGone();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event == DRAIN) {
            draining = true;
            if (exchange == null) {
                ctx.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
            }
        } else {
            ctx.fireUserEventTriggered(event);
        }
    }

    /** A reset or broken connection; nobody is left to be told. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close();
    }

    @Override
    public void send(HttpObject message) {
        context().write(message, context().voidPromise());
    }

    @Override
    public void flush() {
        context().flush();
    }

    @Override
    public boolean isWritable() {
        return context().channel().isWritable();
    }

    @Override
    public boolean staysOpen() {
        return !draining;
    }

    @Override
    public void read() {
        demand.ask(context());
    }

    @Override
    public void finish(boolean keepAlive) {
        boolean stillSending = next != null || (exchange != null && !exchange.requestIsComplete());
        exchange = null;
        if (!keepAlive || draining) {
            context()
                    .writeAndFlush(Unpooled.EMPTY_BUFFER)
                    .addListener(stillSending ? Farewell.AFTER_WRITE : ChannelFutureListener.CLOSE);
            return;
        }
        context().flush();
        HttpRequest waiting = next;
        if (waiting != null) {
            next = null;
            begin(waiting);
        }
    }

    @Override
    public void abort() {
        exchange = null;
        if (context().channel().isActive()) {
            context().channel().config().setOption(ChannelOption.SO_LINGER, 0);
            context().close();
        }
    }

    private String clientAddress() {
        return ((InetSocketAddress) context().channel().remoteAddress())
                .getAddress()
                .getHostAddress();
    }

    private ChannelHandlerContext context() {
        return Objects.requireNonNull(context, "not in a pipeline");
    }
}
