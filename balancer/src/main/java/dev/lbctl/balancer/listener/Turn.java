package dev.lbctl.balancer.listener;

import dev.lbctl.balancer.exchange.Exchange;
import dev.lbctl.balancer.http.Fields;
import dev.lbctl.balancer.http.Flaw;
import dev.lbctl.balancer.http.RequestHead;
import dev.lbctl.balancer.refusal.GatewayError;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** The exchange of a client's connection whose turn it is, if there is one: it gets what the client sends. Owner: the connection. */
final class Turn implements Intake.Taker {
    private final Frontend frontend;
    private final ClientConnection client;
    private @Nullable Exchange exchange;

    Turn(Frontend frontend, ClientConnection client) {
        this.frontend = frontend;
        this.client = client;
    }

    boolean isTaken() {
        return exchange != null;
    }

    /** The exchange is over. */
    void end() {
        exchange = null;
    }

    @Override
    public void head(RequestHead head) {
        Exchange begun = frontend.exchange(client, head);
        exchange = begun;
        begun.begin();
    }

    @Override
    public void piece(ByteBuf piece) {
        if (exchange == null) {
            piece.release();
        } else {
            exchange.requestContent(piece);
        }
    }

    @Override
    public void end(Fields trailers) {
        if (exchange != null) {
            exchange.requestEnd(trailers);
        }
    }

    @Override
    public void caughtUp() {
        if (exchange != null) {
            exchange.requestCaughtUp();
        }
    }

    @Override
    public void flawed(Flaw flaw) {
        if (exchange == null) {
            client.refuse(GatewayError.of(flaw), flaw.detail());
        } else {
            exchange.requestMalformed(flaw);
        }
    }

    /** The client takes bytes again. */
    void writable() {
        if (exchange != null) {
            exchange.clientWritable();
        }
    }

    /** The client's connection is gone. */
    void clientGone() {
        Exchange left = exchange;
        exchange = null;
        if (left != null) {
            left.clientGone();
        }
    }

    /** Whether an answer is awaited of which nothing was sent. */
    boolean awaitsAnswer() {
        return exchange != null && !exchange.isAnswering();
    }

    /** Ends what takes too long. */
    void check(long nowNanos) {
        if (exchange != null) {
            exchange.check(nowNanos);
        }
    }
}
