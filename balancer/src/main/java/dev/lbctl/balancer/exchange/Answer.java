package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.header.HeaderEdits;
import dev.lbctl.balancer.header.Request;
import dev.lbctl.balancer.header.ResponseHeader;
import dev.lbctl.balancer.header.Terms;
import dev.lbctl.balancer.http.Fields;
import dev.lbctl.balancer.http.Framing;
import dev.lbctl.balancer.http.ResponseHead;
import dev.lbctl.balancer.http.Version;
import dev.lbctl.balancer.refusal.GatewayError;
import dev.lbctl.balancer.refusal.Refusal;
import dev.lbctl.balancer.retry.Outcome;
import dev.lbctl.balancer.route.Route;
import io.netty.buffer.ByteBuf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the client gets for its request, and the record of it. Owner: the exchange. */
final class Answer {
    private final Gateway gateway;
    private final ClientStream client;
    private final Request request;
    private final Journal journal;
    private final Relay relay;
    private int status;
    private boolean keepAlive;

    Answer(Gateway gateway, ClientStream client, Request request, Journal journal) {
        this.gateway = gateway;
        this.client = client;
        this.request = request;
        this.journal = journal;
        this.relay = new Relay(client, journal);
    }

    /** The request's route is known, or that it has none. */
    void begin(@Nullable Route found) {
        journal.routed(found);
        if (!isInternal()) {
            journal.numbered(gateway.recorder().begin());
        }
    }

    /** Whether it comes from the balancer's own control plane, and is not counted. */
    boolean isInternal() {
        Route route = journal.route();
        return route != null && route.internal();
    }

    ClientStream client() {
        return client;
    }

    Journal journal() {
        return journal;
    }

    Relay relay() {
        return relay;
    }

    /** Whether the request has a route. */
    boolean isRouted() {
        return journal.route() != null;
    }

    /** Whether a final head was sent. */
    boolean isBegun() {
        return relay.isBegun();
    }

    /** Relays an interim answer, if the client knows them (RFC 9110, section 15.2); answers whether it takes more now. */
    boolean interim(ResponseHead head) {
        if (request.head().version() == Version.HTTP_1_1) {
            ByteBuf out = client.buffer();
            ResponseHeader.writeInterim(out, head, edits());
            client.send(out);
            client.flush();
        }
        return client.isWritable();
    }

    /** Relays a final head. A client that waits to be asked for its body is not asked any more: it may send it or not. */
    void head(ResponseHead head, Tries tries, boolean requestComplete) {
        status = head.status();
        Framing framing = ResponseHeader.framing(head, request.head());
        keepAlive = mayStayOpen()
                && framing.kind() != Framing.Kind.UNTIL_CLOSE
                && (requestComplete || !request.head().expectsContinue());
        ByteBuf out = client.buffer();
        ResponseHeader.write(out, head, new Terms(request, keepAlive, edits(), session(tries), decision(tries, null)));
        relay.head(out, framing);
    }

    /** From here on, both sides speak as they like. */
    void switching(ResponseHead head, Tries tries) {
        status = head.status();
        ByteBuf out = client.buffer();
        ResponseHeader.writeSwitching(out, head, edits(), session(tries));
        relay.head(out, Framing.NONE);
        relay.flush();
    }

    /** The body is whole. */
    void end(Fields trailers) {
        relay.end(trailers, edits());
    }

    /** The backend's answer was relayed whole. */
    void complete(boolean requestComplete) {
        record(null);
        client.finish(keepAlive && requestComplete);
    }

    /** The answer cannot be finished, or nobody is there to take it. */
    void breakOff(Outcome outcome) {
        relay.takeBack();
        status = relay.isBegun() ? status : 0;
        record(outcome.word());
        client.abort();
    }

    /** Why the balancer answers itself, in a sentence. */
    String detail(GatewayError error) {
        String pool = journal.pool();
        return pool == null ? error.detail() : error.detail(pool);
    }

    /** Answers in the balancer's own name. */
    void refuse(Tries tries, GatewayError error, String detail, boolean requestComplete) {
        relay.takeBack();
        status = error.status();
        boolean staysOpen = mayStayOpen() && requestComplete;
        List<String> tried = request.isLocal() ? tries.failures() : List.of();
        ByteBuf out = client.buffer();
        journal.sent(new Refusal(error, detail, request.id().toString(), tried, decision(tries, error.cause()))
                .write(out, request.head(), staysOpen));
        record(error.cause());
        client.send(out);
        client.finish(staysOpen);
    }

    private @Nullable String decision(Tries tries, @Nullable String cause) {
        boolean told = gateway.listener().exposure().decisionHeader() && request.isLocal() && !isInternal();
        return told ? DecisionLine.of(tries.served(journal.route()), cause) : null;
    }

    private @Nullable String session(Tries tries) {
        Route route = journal.route();
        return route == null ? null : tries.renewal(route.destination(), request.isEncrypted());
    }

    private HeaderEdits edits() {
        Route route = journal.route();
        return route == null ? HeaderEdits.NONE : route.rewrite().response();
    }

    /** What follows a CONNECT that failed was not meant for us. */
    private boolean mayStayOpen() {
        return request.head().keepsAlive()
                && client.staysOpen()
                && !request.head().method().equals("CONNECT");
    }

    private void record(@Nullable String cause) {
        journal.end(status, cause);
        if (!isInternal()) {
            gateway.recorder().end(journal);
        }
    }
}
