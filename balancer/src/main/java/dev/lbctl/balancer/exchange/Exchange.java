package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.header.Onward;
import dev.lbctl.balancer.header.Upgrade;
import dev.lbctl.balancer.http.Fields;
import dev.lbctl.balancer.http.Flaw;
import dev.lbctl.balancer.http.RequestHead;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.refusal.GatewayError;
import dev.lbctl.balancer.retry.Outcome;
import dev.lbctl.balancer.retry.RetryRule;
import dev.lbctl.balancer.route.Destination;
import dev.lbctl.balancer.route.Route;
import dev.lbctl.config.HostHeader;
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
    }

    /** Finds the route and the first member. */
    public void begin() {
        Route found = gateway.router().route(request.host(), request.head().path());
        route = found;
        answer.begin(found);
        if (!gateway.serves(request.head().method())) {
            refuse(GatewayError.METHOD_REFUSED);
        } else if (found == null) {
            refuse(GatewayError.NO_ROUTE);
        } else if (request.head().framing().length() > gateway.limits().body()) {
            refuse(GatewayError.BODY_TOO_LARGE);
        } else {
            Destination destination = found.destination();
            destination.budget().request(answer.journal().startedNanos());
            body.keepAtMost(
                    request.isIdempotent() ? destination.traffic().retry().body() : 0);
            placement.first();
        }
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
        if (placement.isOverdue()) {
            placement.stopWaiting();
            refuse(GatewayError.QUEUE_TIMEOUT);
        } else if (isLate(nowNanos)) {
            fail(Outcome.Kind.TIMEOUT, "no answer in the time for all attempts");
        } else if (attempt != null) {
            attempt.check(nowNanos);
        }
    }

    private boolean isLate(long nowNanos) {
        return !answer.isBegun()
                && body.isComplete()
                && nowNanos - body.completeNanos()
                        > destination().timeouts().answer().toNanos();
    }

    /** What {@code backend} is told beside the client's own words. */
    Onward onward(Backend backend) {
        boolean preserves = destination().traffic().host() == HostHeader.PRESERVE;
        String host = request.host();
        return new Onward(
                request.peer(),
                request.id(),
                preserves && host != null ? host : backend.authority(),
                Upgrade.isWanted(request.head()),
                route().rewrite());
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

    Answer answer() {
        return answer;
    }

    Destination destination() {
        return route().destination();
    }

    private Route route() {
        return Objects.requireNonNull(route, "not begun");
    }

    /** Something ends the exchange from outside of its attempt. */
    private void fail(Outcome.Kind kind, String detail) {
        if (attempt != null) {
            attempt.ended(kind, detail);
        } else if (placement.stopWaiting()) {
            giveUp(new Outcome(kind, false, false, detail));
        }
    }

    void attemptEnded(Attempt ended, Outcome outcome) {
        attempt = null;
        body.detach();
        observe(ended, outcome);
        RetryRule.Decision decision = decide(outcome);
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
            body.drop();
            answer.complete(tries, ended.trailers(), body.isComplete());
        } else {
            giveUp(outcome);
        }
    }

    private void observe(Attempt ended, Outcome outcome) {
        tries.ended(ended.attempted(outcome));
        if (!answer.isInternal()) {
            gateway.observer().observe(ended.member(), outcome, ended.status());
        }
    }

    private RetryRule.Decision decide(Outcome outcome) {
        if (isLate(System.nanoTime())) {
            return RetryRule.Decision.GIVE_UP;
        }
        RetryRule.Decision decision =
                destination().rule().decide(outcome, tries.progress(request.isIdempotent(), body.isKept()));
        boolean costs = decision == RetryRule.Decision.NEXT_MEMBER && outcome.kind() != Outcome.Kind.REFUSED;
        return costs && !isGranted() ? RetryRule.Decision.GIVE_UP : decision;
    }

    /** A retry is spent only if there is somebody to try. */
    private boolean isGranted() {
        return placement.leavesAnybody() && destination().budget().take(System.nanoTime());
    }

    /** Begins an attempt on a member at which a place was taken. */
    void open(Member member, boolean fresh) {
        attempt = new Attempt(this, member);
        upstreams.open(attempt, fresh);
    }

    private void giveUp(Outcome outcome) {
        if (outcome.kind() == Outcome.Kind.CLIENT_GONE || answer.isBegun()) {
            body.drop();
            answer.breakOff(tries, outcome);
        } else if (outcome.kind() == Outcome.Kind.CLIENT_MALFORMED) {
            refuse(GatewayError.BAD_REQUEST, outcome.detail());
        } else {
            refuse(GatewayError.of(outcome));
        }
    }

    /** Answers in the balancer's own name. */
    void refuse(GatewayError error) {
        refuse(
                error,
                route == null ? error.detail() : error.detail(destination().pool()));
    }

    private void refuse(GatewayError error, String detail) {
        body.drop();
        answer.refuse(tries, error, detail, body.isComplete());
    }
}
