package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.header.Peer;
import dev.lbctl.balancer.header.Request;
import dev.lbctl.balancer.header.RequestIds;
import dev.lbctl.balancer.http.FieldName;
import dev.lbctl.balancer.http.Fields;
import dev.lbctl.balancer.http.RequestHead;
import dev.lbctl.balancer.metrics.Asked;

/** Who asks by one connection, request after request: words that it says again are kept once. Owner: the connection. */
public final class Caller {
    private final Peer peer;
    private Asked last;

    public Caller(Peer peer) {
        this.peer = peer;
        this.last = new Asked(peer.address(), "", "", "", null, null, null);
    }

    public Peer peer() {
        return peer;
    }

    Request request(RequestHead head, RequestIds ids) {
        return new Request(head, head.host(last.host()), ids.of(head.fields()), peer);
    }

    /** The request's own words, to be kept. */
    Asked asked(Request request) {
        RequestHead head = request.head();
        Fields fields = head.fields();
        last = new Asked(
                peer.address(),
                head.method(),
                head.target(),
                head.version().text(),
                request.host(),
                fields.first(FieldName.REFERER, last.referer()),
                fields.first(FieldName.USER_AGENT, last.userAgent()));
        return last;
    }
}
