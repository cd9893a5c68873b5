package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.header.Request;
import dev.lbctl.balancer.http.Fields;
import dev.lbctl.balancer.http.Flaw;
import dev.lbctl.balancer.http.RequestHead;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.refusal.GatewayError;
import dev.lbctl.balancer.retry.Outcome;
import dev.lbctl.balancer.route.Destination;
import dev.lbctl.balancer.route.Route;
import io.netty.buffer.ByteBuf;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One request's life: from its head, through one attempt or several, to what the client got. Owner: the event loop of the
 * client's connection, which every attempt's connection shares.
 */
public final class Exchange {
    private final Gateway gateway;
    private final Upstreams upstreams;
    private final Request request;
    private final RequestBody body;
    private final Answer answer;
    private final Tries tries = new Tries();
    private final Journal journal;
    private final Placement placement;
    private @Nullable Attempt attempt;

    public Exchange(Gateway gateway, Upstreams upstreams, ClientStream client, RequestHead head) {
        this.gateway = gateway;
        this.upstreams = upstreams;
        this.request = client.caller().request(head, gateway.requestIds());
        this.body = RequestBody.of(client, head.framing());
        this.journal = new Journal(gateway, client, request, tries);
        this.answer = new Answer(gateway, client, request, journal);
        this.placement = new Placement(this);
    }

    /** Finds the route and the first member. */
    public void begin() {
        Route found = gateway.router().route(request.host(), request.head().path());
        answer.begin(found);
        GatewayError objection = gateway.objection(request.head(), found);
        if (objection == null) {
            seek(destination());
        } else {
            Ending.refuse(this, objection);
        }
    }

    private void seek(Destination destination) {
        destination.budget().request(journal.startedNanos());
        body.keepAtMost(request.isIdempotent() ? destination.traffic().retry().body() : 0);
        if (request.expectsContinue()) {
            body.holdBack();
        }
        placement.first();
    }

    /** A piece of the request's body, taken over. */
    public void requestContent(ByteBuf piece) {
        journal.received(piece.readableBytes());
        if (journal.bytesIn() > gateway.limits().body()) {
            piece.release();
            fail(Outcome.Kind.CLIENT_OVERSIZED, GatewayError.BODY_TOO_LARGE.detail());
            return;
        }
        body.take(piece);
        if (attempt != null) {
            attempt.bodyMoved();
        }
    }

    /** What came of the request's body for now was told. */
    public void requestCaughtUp() {
        body.flush();
    }

    /** The request's body is whole. */
    public void requestEnd(Fields trailers) {
        body.end(answer.isRouted() ? route().rewrite().request().passing(trailers) : trailers);
        if (attempt != null) {
            attempt.bodyMoved();
        }
    }

    /** The request's body turned out not to be HTTP. */
    public void requestMalformed(Flaw flaw) {
        fail(Outcome.Kind.CLIENT_MALFORMED, flaw.detail());
    }

    /** The client takes bytes again. */
    public void clientWritable() {
        if (attempt != null) {
            attempt.resume();
        }
    }

    /** The client's connection is gone. */
    public void clientGone() {
        fail(Outcome.Kind.CLIENT_GONE, "the client left");
    }

    /** Whether the client was sent the head of its answer. */
    public boolean isAnswering() {
        return answer.isBegun();
    }

    /** Ends what has taken too long. Called now and then. */
    public void check(long nowNanos) {
        if (placement.endsWaiting()) {
            return;
        }
        if (Sequel.isLate(this, nowNanos)) {
            fail(Outcome.Kind.TIMEOUT, "no answer in the time for all attempts");
        } else if (attempt != null) {
            attempt.check(nowNanos);
        }
    }

    Request request() {
        return request;
    }

    RequestBody body() {
        return body;
    }

    Tries tries() {
        return tries;
    }

    Journal journal() {
        return journal;
    }

    LoopTime time() {
        return answer.client().time();
    }

    /** When the request was complete. */
    long completeNanos() {
        return Math.max(journal.startedNanos(), body.completeNanos());
    }

    Placement placement() {
        return placement;
    }

    Answer answer() {
        return answer;
    }

    Destination destination() {
        return route().destination();
    }

    Route route() {
        return Objects.requireNonNull(journal.route(), "not begun");
    }

    /** Something ends the exchange from outside of its attempt. */
    private void fail(Outcome.Kind kind, String detail) {
        if (attempt != null) {
            attempt.ended(kind, detail);
        } else if (placement.stopWaiting()) {
            Ending.giveUp(this, new Outcome(kind, false, false, detail));
        }
    }

    void attemptEnded(Attempt ended, Outcome outcome) {
        attempt = null;
        body.detach();
        tries.ended(ended.attempted(outcome));
        if (outcome.kind() != Outcome.Kind.COMPLETED) {
            placement.failed(ended.backend(), outcome);
        }
        if (!answer.isInternal()) {
            gateway.observer().observe(ended.member(), outcome, ended.status());
        }
        Sequel.of(this, ended.member(), outcome);
    }

    /** Begins an attempt on a member at which a place was taken. */
    void open(Member member, boolean fresh) {
        attempt = new Attempt(this, member);
        upstreams.open(attempt, fresh);
    }

    /** No attempt follows. */
    void refuse(GatewayError error) {
        Ending.refuse(this, error);
    }
}
