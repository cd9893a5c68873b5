package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.header.Peer;
import dev.lbctl.balancer.header.Request;
import dev.lbctl.balancer.header.RequestIds;
import dev.lbctl.balancer.http.FieldName;
import dev.lbctl.balancer.http.RequestHead;
import dev.lbctl.balancer.metrics.Asked;
import java.util.Objects;

/** Who asks by one connection, request after request: what it says again is kept once. Owner: the connection. */
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
        String referer = head.fields().first(FieldName.REFERER, last.referer());
        String userAgent = head.fields().first(FieldName.USER_AGENT, last.userAgent());
        boolean again = head.target().equals(last.target())
                && head.method().equals(last.method())
                && head.version().text().equals(last.version())
                && Objects.equals(request.host(), last.host())
                && Objects.equals(referer, last.referer())
                && Objects.equals(userAgent, last.userAgent());
        if (!again) {
            String version = head.version().text();
            last = new Asked(peer.address(), head.method(), head.target(), version, request.host(), referer, userAgent);
        }
        return last;
    }
}
