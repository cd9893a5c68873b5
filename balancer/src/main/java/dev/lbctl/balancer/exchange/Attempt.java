package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.decision.Attempted;
import dev.lbctl.balancer.header.RequestHeader;
import dev.lbctl.balancer.header.Upgrade;
import dev.lbctl.balancer.http.Fields;
import dev.lbctl.balancer.http.ResponseHead;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.retry.Outcome;
import dev.lbctl.config.ConnectionConfig;
import dev.lbctl.config.TimeoutConfig;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** One try of an exchange on one member. Owner: the exchange's event loop. */
public final class Attempt {
    private final Exchange exchange;
    private final Member member;
    private final Patience patience;
    private @Nullable BackendStream stream;
    private @Nullable ResponseHead answer;
    private @Nullable Tunnel tunnel;
    private Fields trailers = Fields.NONE;
    private boolean reused;
    private boolean paused;
    private boolean over;

    Attempt(Exchange exchange, Member member) {
        this.exchange = exchange;
        this.member = member;
        this.patience = new Patience(exchange.destination().timeouts());
    }

    public Backend backend() {
        return member.backend();
    }

    public TimeoutConfig timeouts() {
        return exchange.destination().timeouts();
    }

    public ConnectionConfig connections() {
        return exchange.destination().traffic().connections();
    }

    /** The request's method: the answer's end depends on it (RFC 9112, section 6.3). */
    public String method() {
        return exchange.request().head().method();
    }

    Member member() {
        return member;
    }

    /** Of the answer's head; 0 as long as none came. */
    int status() {
        return answer == null ? 0 : answer.status();
    }

    /** A connection is there: sends the request's head, and what there is of its body. */
    public void connected(BackendStream connection, boolean wasUsed) {
        if (over) {
            connection.release(false);
            return;
        }
        stream = connection;
        reused = wasUsed;
        if (!wasUsed) {
            exchange.answer().journal().connected(patience.elapsed());
        }
        ByteBuf head = connection.buffer();
        RequestHeader.write(head, exchange.request().head(), exchange.onward(backend()));
        connection.send(head);
        exchange.body().attach(connection);
        connection.flush();
        bodyMoved();
    }

    /** Some of the request's body was sent, or all of it. */
    void bodyMoved() {
        if (exchange.body().isComplete() && answer == null) {
            patience.awaitHead();
        } else {
            patience.progressed();
        }
    }

    /** The backend takes bytes again. */
    public void backendWritable() {
        patience.progressed();
        exchange.body().more();
    }

    /** The head of an answer, final or interim. */
    public void head(ResponseHead head) {
        if (over || stream == null) {
            return;
        }
        if (Upgrade.opensTunnel(exchange.request().head(), head)) {
            switchTo(head, stream);
        } else if (head.isInterim()) {
            patience.progressed();
            keepPace(exchange.answer().interim(head));
        } else {
            member.load().answered(waited(), System.nanoTime());
            patience.headCame();
            answer = head;
            exchange.body().forget();
            exchange.answer().head(head, exchange.tries(), exchange.body().isComplete());
        }
    }

    /** What the member took from having the whole request, or from being picked if that was later, in nanoseconds. */
    private long waited() {
        RequestBody body = exchange.body();
        return body.isComplete()
                ? Math.min(patience.elapsed(), System.nanoTime() - body.completeNanos())
                : patience.elapsed();
    }

    /** The backend agrees to another protocol, or to a tunnel. */
    private void switchTo(ResponseHead head, BackendStream backend) {
        if (!Upgrade.isAgreed(exchange.request().head(), head)) {
            ended(Outcome.Kind.BAD_RESPONSE, "switched protocols unasked");
            return;
        }
        answer = head;
        exchange.answer().switching(head, exchange.tries());
        tunnel = new Tunnel(exchange.answer(), backend, this);
        tunnel.begin();
    }

    /** A piece of the answer's body, taken over. When the client does not keep up, the stream is paused. */
    public void content(ByteBuf piece) {
        if (over) {
            piece.release();
            return;
        }
        patience.progressed();
        keepPace(exchange.answer().content(piece));
    }

    private void keepPace(boolean clientTakesMore) {
        if (!clientTakesMore && stream != null) {
            paused = true;
            stream.pause();
        }
    }

    /** The answer is whole; one that opens a tunnel is not. */
    public void complete(Fields after) {
        if (tunnel == null) {
            trailers = after;
            ended(Outcome.Kind.COMPLETED, "");
        }
    }

    Fields trailers() {
        return trailers;
    }

    /** What could be read for now was read. */
    public void readComplete() {
        exchange.answer().flush();
    }

    /** The client keeps up again. */
    void resume() {
        if (paused && stream != null) {
            paused = false;
            stream.resume();
        }
    }

    /** Ends it when nothing has moved for too long. */
    void check(long nowNanos) {
        if (tunnel != null) {
            tunnel.check(nowNanos, timeouts());
        } else if (stream != null && patience.isExhausted(nowNanos)) {
            boolean bodyIsAwaited = !exchange.body().isComplete() && stream.isWritable();
            ended(paused || bodyIsAwaited ? Outcome.Kind.CLIENT_STALLED : Outcome.Kind.TIMEOUT, "timed out");
        }
    }

    /** It is over, well or not. Only the first end counts. */
    public void ended(Outcome.Kind kind, String detail) {
        if (over) {
            return;
        }
        over = true;
        Outcome outcome = new Outcome(kind, reused, answer != null, detail);
        if (stream != null) {
            stream.release(kind == Outcome.Kind.COMPLETED && leavesReusable());
        }
        exchange.attemptEnded(this, outcome);
    }

    /** What is kept of it now that it is over. */
    Attempted attempted(Outcome outcome) {
        long began = patience.begunNanos() - exchange.answer().journal().startedNanos();
        return new Attempted(backend(), outcome, began, patience.elapsed());
    }

    private boolean leavesReusable() {
        return tunnel == null
                && answer != null
                && answer.keepsAlive()
                && exchange.body().isComplete();
    }
}
