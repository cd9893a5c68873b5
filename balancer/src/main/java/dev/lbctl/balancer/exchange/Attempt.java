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
    private static final int CONTINUE = 100;

    private final Exchange exchange;
    private final Member member;
    private final Patience patience;
    private final Loan loan = new Loan();
    private @Nullable ResponseHead answer;
    private @Nullable Tunnel tunnel;
    private boolean over;

    Attempt(Exchange exchange, Member member) {
        this.exchange = exchange;
        this.member = member;
        this.patience = new Patience(exchange.destination().timeouts(), exchange.time());
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
        loan.begin(connection, wasUsed);
        if (!wasUsed) {
            exchange.answer().journal().connected(patience.elapsed());
        }
        ByteBuf head = connection.buffer();
        RequestHeader.write(head, exchange.request().head(), exchange.request().onward(backend(), exchange.route()));
        connection.send(head);
        exchange.body().attach(connection);
        connection.flush();
        bodyMoved();
    }

    /** Some of the request's body was sent, or all of it. */
    void bodyMoved() {
        boolean backendsTurn = exchange.body().isComplete() || exchange.body().isHeldBack();
        if (backendsTurn && answer == null) {
            patience.awaitHead();
        } else {
            patience.awaitBytes();
        }
    }

    /** The backend takes bytes again. */
    public void backendWritable() {
        patience.progressed();
        exchange.body().more();
    }

    /** The head of an answer, final or interim. */
    public void head(ResponseHead head) {
        if (over || !loan.isThere()) {
            return;
        }
        if (Upgrade.opensTunnel(exchange.request().head(), head)) {
            switchTo(head);
        } else if (head.isInterim()) {
            interim(head);
        } else {
            member.load().answered(waited(), exchange.time().nanos());
            patience.awaitBytes();
            answer = head;
            exchange.body().forget();
            exchange.answer().head(head, exchange.tries(), exchange.body().isComplete());
        }
    }

    private void interim(ResponseHead head) {
        if (head.status() == CONTINUE) {
            exchange.body().goOn();
            bodyMoved();
        } else {
            patience.progressed();
        }
        loan.keepPace(exchange.answer().interim(head));
    }

    /** What the member took from having the whole request, or from being picked if that was later, in nanoseconds. */
    private long waited() {
        RequestBody body = exchange.body();
        return body.isComplete()
                ? Math.min(patience.elapsed(), exchange.time().nanos() - body.completeNanos())
                : patience.elapsed();
    }

    /** The backend agrees to another protocol, or to a tunnel. */
    private void switchTo(ResponseHead head) {
        if (!Upgrade.isAgreed(exchange.request().head(), head)) {
            ended(Outcome.Kind.BAD_RESPONSE, "switched protocols unasked");
            return;
        }
        answer = head;
        exchange.answer().switching(head, exchange.tries());
        tunnel = new Tunnel(exchange.answer(), loan.stream(), this);
        tunnel.begin();
    }

    /** A piece of the answer's body, taken over. When the client does not keep up, the stream is paused. */
    public void content(ByteBuf piece) {
        if (over) {
            piece.release();
            return;
        }
        patience.progressed();
        loan.keepPace(exchange.answer().relay().content(piece));
    }

    /** The answer is whole; one that opens a tunnel is not. */
    public void complete(Fields after) {
        if (tunnel == null && !over) {
            exchange.answer().end(after);
            ended(Outcome.Kind.COMPLETED, "");
        }
    }

    /** What could be read for now was read. */
    public void readComplete() {
        exchange.answer().relay().flush();
    }

    /** The client keeps up again. */
    void resume() {
        loan.resume();
    }

    /** Ends it when nothing has moved for too long. */
    void check(long nowNanos) {
        if (tunnel != null) {
            tunnel.check(nowNanos, timeouts());
        } else if (loan.isThere() && patience.isExhausted(nowNanos)) {
            boolean clientsTurn = loan.isPaused() || exchange.body().isAwaited();
            ended(clientsTurn ? Outcome.Kind.CLIENT_STALLED : Outcome.Kind.TIMEOUT, "timed out");
        }
    }

    /** A backend may lose patience with a client, as this balancer does. */
    private Outcome.Kind cause(Outcome.Kind kind) {
        boolean lostPatience =
                kind == Outcome.Kind.CLOSED && answer == null && exchange.body().isAwaited() && patience.isTried();
        return lostPatience ? Outcome.Kind.CLIENT_STALLED : kind;
    }

    /** It is over, well or not. Only the first end counts. */
    public void ended(Outcome.Kind kind, String detail) {
        if (over) {
            return;
        }
        over = true;
        Outcome outcome = new Outcome(cause(kind), loan.isReused(), answer != null, detail);
        loan.end(kind == Outcome.Kind.COMPLETED && leavesReusable());
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
