package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.route.Route;
import dev.lbctl.config.TimeoutConfig;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One request's life: from its head, through one attempt or several, to what the client got. Owner: the event loop of the
 * client's connection, which every attempt's connection shares.
 */
public final class Exchange {
    private final Gateway gateway;
    private final Upstreams upstreams;
    private final RequestHead head;
    private final Answer answer;
    private final Tries tries;
    private @Nullable Route route;
    private @Nullable Attempt attempt;
    private @Nullable HttpContent early;
    private boolean bodyTouched;
    private boolean requestComplete;

    public Exchange(Gateway gateway, Upstreams upstreams, ClientStream client, RequestHead head) {
        this.gateway = gateway;
        this.upstreams = upstreams;
        this.head = head;
        this.tries = new Tries(head);
        this.answer = new Answer(gateway, client, head);
        this.requestComplete = !head.hasBody();
    }

    /** Finds the route and the first member. */
    public void begin() {
        route = gateway.router().route(head.path());
        answer.begin(route);
        if (route == null) {
            refuse(GatewayError.NO_ROUTE);
            return;
        }
        Member member = tries.first(route.selection().current());
        if (member == null) {
            refuse(GatewayError.NO_MEMBER);
        } else {
            open(member, false);
        }
    }

    /** A piece of the request's body, taken over. While an attempt is being connected it waits. */
    public void requestContent(HttpContent content) {
        if (attempt == null) {
            ReferenceCountUtil.release(content);
        } else if (attempt.isConnected()) {
            pass(attempt, content);
        } else {
            early = content;
        }
    }

    /** The client takes bytes again. */
    public void clientWritable() {
        if (attempt != null) {
            attempt.resume();
        }
    }

    /** The request's body turned out not to be HTTP. */
    public void requestMalformed() {
        if (attempt != null) {
            attempt.ended(Outcome.Kind.CLIENT_MALFORMED, "malformed request body");
        }
    }

    /** The client's connection is gone. */
    public void clientGone() {
        if (attempt != null) {
            attempt.ended(Outcome.Kind.CLIENT_GONE, "the client left");
        }
    }

    /** Whether the whole request was read. */
    public boolean requestIsComplete() {
        return requestComplete;
    }

    RequestHead head() {
        return head;
    }

    TimeoutConfig timeouts() {
        return route().timeouts();
    }

    /** The attempt takes a piece of the request's body: the one that waits, or else the client's next. */
    void readBody(Attempt by) {
        HttpContent waiting = early;
        early = null;
        if (waiting == null) {
            answer.client().read();
        } else {
            pass(by, waiting);
        }
    }

    private void pass(Attempt to, HttpContent content) {
        bodyTouched = true;
        requestComplete = content instanceof LastHttpContent;
        to.send(content);
        if (requestComplete) {
            answer.client().read(); // The next request, or the client's leaving.
        }
    }

    void relayInterim(FullHttpResponse response) {
        answer.interim(response);
    }

    void relayHead(HttpResponse response) {
        answer.head(response);
    }

    /** Answers whether the client takes more now. */
    boolean relayContent(HttpContent content) {
        answer.client().send(content);
        return answer.client().isWritable();
    }

    void flushClient() {
        answer.client().flush();
    }

    void attemptEnded(Attempt ended, Outcome outcome) {
        attempt = null;
        if (!route().internal()) {
            gateway.observer().observe(route().selection().pool(), ended.backend(), outcome);
        }
        if (outcome.kind() == Outcome.Kind.COMPLETED) {
            answer.complete(tries, requestComplete);
            return;
        }
        RetryRule rule = new RetryRule(route().retry().attempts());
        switch (rule.decide(outcome, tries.progress(head.isIdempotent(), !bodyTouched))) {
            case REPLAY -> {
                tries.replay();
                open(ended.member(), true);
            }
            case NEXT_MEMBER -> tryNext(outcome);
            case GIVE_UP -> giveUp(outcome);
        }
    }

    private void tryNext(Outcome last) {
        Member member = tries.next(route().selection().current(), last);
        if (member == null) {
            giveUp(last);
        } else {
            open(member, false);
        }
    }

    private void open(Member member, boolean fresh) {
        attempt = new Attempt(this, member);
        upstreams.open(attempt, fresh);
    }

    private void giveUp(Outcome outcome) {
        ReferenceCountUtil.release(early);
        early = null;
        if (outcome.kind() == Outcome.Kind.CLIENT_GONE || answer.isBegun()) {
            answer.breakOff(tries, outcome);
        } else {
            refuse(GatewayError.of(outcome));
        }
    }

    private void refuse(GatewayError error) {
        answer.refuse(tries, error, requestComplete);
    }

    private Route route() {
        return Objects.requireNonNull(route, "not begun");
    }
}
