package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.http.Fields;
import dev.lbctl.balancer.http.Flaw;
import dev.lbctl.balancer.http.RequestHead;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.refusal.GatewayError;
import dev.lbctl.balancer.retry.Outcome;
import dev.lbctl.balancer.retry.RetryRule;
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
    private final Tries tries;
    private final Placement placement;
    private final Sequel sequel;
    private final Ending ending;
    private @Nullable Route route;
    private @Nullable Attempt attempt;

    public Exchange(Gateway gateway, Upstreams upstreams, ClientStream client, RequestHead head) {
        this.gateway = gateway;
        this.upstreams = upstreams;
        this.request = new Request(head, head.host(), gateway.requestIds().of(head.fields()), client.peer());
        this.body = new RequestBody(client, head.framing());
        this.answer = new Answer(gateway, client, request);
        this.tries = new Tries(request);
        this.placement = new Placement(this, tries);
        this.sequel = new Sequel(this, placement);
        this.ending = new Ending(body, answer, tries);
    }

    /** Finds the route and the first member. */
    public void begin() {
        Route found = gateway.router().route(request.host(), request.head().path());
        route = found;
        answer.begin(found);
        GatewayError objection = gateway.objection(request.head(), found);
        if (objection == null) {
            seek(destination());
        } else {
            ending.refuse(objection);
        }
    }

    private void seek(Destination destination) {
        destination.budget().request(answer.journal().startedNanos());
        body.keepAtMost(request.isIdempotent() ? destination.traffic().retry().body() : 0);
        if (request.expectsContinue()) {
            body.holdBack();
        }
        placement.first();
    }

    /** A piece of the request's body, taken over. */
    public void requestContent(ByteBuf piece) {
        answer.journal().received(piece.readableBytes());
        if (answer.journal().bytesIn() > gateway.limits().body()) {
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
        body.end(route == null ? trailers : route.rewrite().request().passing(trailers));
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
        if (sequel.isLate(nowNanos)) {
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

    LoopTime time() {
        return answer.client().time();
    }

    Answer answer() {
        return answer;
    }

    Destination destination() {
        return route().destination();
    }

    Route route() {
        return Objects.requireNonNull(route, "not begun");
    }

    /** Something ends the exchange from outside of its attempt. */
    private void fail(Outcome.Kind kind, String detail) {
        if (attempt != null) {
            attempt.ended(kind, detail);
        } else if (placement.stopWaiting()) {
            ending.giveUp(new Outcome(kind, false, false, detail));
        }
    }

    void attemptEnded(Attempt ended, Outcome outcome) {
        attempt = null;
        body.detach();
        observe(ended, outcome);
        RetryRule.Decision decision = sequel.decide(outcome);
        if (decision == RetryRule.Decision.REPLAY) {
            tries.replay();
            open(ended.member(), true); // On the place it has there.
            return;
        }
        ended.member().load().end(outcome.failed());
        destination().room().callNext();
        if (decision == RetryRule.Decision.NEXT_MEMBER) {
            tries.retry(outcome);
            placement.another(GatewayError.of(outcome));
        } else if (outcome.kind() == Outcome.Kind.COMPLETED) {
            ending.complete();
        } else {
            ending.giveUp(outcome);
        }
    }

    private void observe(Attempt ended, Outcome outcome) {
        tries.ended(ended.attempted(outcome));
        if (!answer.isInternal()) {
            gateway.observer().observe(ended.member(), outcome, ended.status());
        }
    }

    /** Begins an attempt on a member at which a place was taken. */
    void open(Member member, boolean fresh) {
        attempt = new Attempt(this, member);
        upstreams.open(attempt, fresh);
    }

    /** No attempt follows. */
    void refuse(GatewayError error) {
        ending.refuse(error);
    }
}
