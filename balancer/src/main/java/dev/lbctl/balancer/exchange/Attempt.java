package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.decision.Attempted;
import dev.lbctl.balancer.header.Request;
import dev.lbctl.balancer.header.RequestHeader;
import dev.lbctl.balancer.header.Upgrade;
import dev.lbctl.balancer.http.Fields;
import dev.lbctl.balancer.http.ResponseHead;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.retry.Outcome;
import dev.lbctl.config.TrafficConfig;
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
        this.patience = new Patience(traffic().timeouts(), exchange.time());
    }

    public Backend backend() {
        return member.backend();
    }

    /** What its backend is granted. */
    public TrafficConfig traffic() {
        return exchange.destination().traffic();
    }

    /** The request's method: the answer's end depends on it (RFC 9112, section 6.3). */
    public String method() {
        return exchange.request().head().method();
    }

    public Member member() {
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
            exchange.journal().connected(patience.elapsed());
        }
        ByteBuf head = connection.buffer();
        Request request = exchange.request();
        String named = exchange.destination().preservesHost() ? request.host() : null;
        String host = named == null ? connection.authority() : named;
        RequestHeader.write(head, request, host, exchange.route().rewrite());
        connection.send(head);
        exchange.body().attach(connection);
        connection.flush();
        bodyMoved();
    }

    /** Some of the request's body was sent, or all of it. */
    void bodyMoved() {
        patience.bodyMoved(exchange.body(), answer != null);
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
            long took = patience.elapsedSince(exchange.body().completeNanos());
            member.load().answered(took, exchange.time().nanos());
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
            tunnel.check(nowNanos, traffic().timeouts());
        } else if (loan.isThere() && patience.isExhausted(nowNanos)) {
            boolean clientsTurn = loan.isPaused() || exchange.body().isAwaited();
            ended(clientsTurn ? Outcome.Kind.CLIENT_STALLED : Outcome.Kind.TIMEOUT, "timed out");
        }
    }

    /** A backend may lose patience with a client, as this balancer does. */
    private Outcome.Kind cause(Outcome.Kind kind) {
        boolean lostPatience = kind == Outcome.Kind.CLOSED && answer == null && patience.isTriedBy(exchange.body());
        return lostPatience ? Outcome.Kind.CLIENT_STALLED : kind;
    }

    /** It is over, well or not. Only the first end counts. */
    public void ended(Outcome.Kind kind, String detail) {
        if (over) {
            return;
        }
        over = true;
        Outcome outcome = Outcome.of(cause(kind), loan.isReused(), answer != null, detail);
        loan.end(kind == Outcome.Kind.COMPLETED && leavesReusable());
        exchange.attemptEnded(this, outcome);
    }

    /** What is kept of it now that it is over. */
    Attempted attempted(Outcome outcome) {
        return patience.attempted(backend(), outcome, exchange.journal().startedNanos());
    }

    private boolean leavesReusable() {
        return tunnel == null
                && answer != null
                && answer.keepsAlive()
                && exchange.body().isComplete();
    }
}
