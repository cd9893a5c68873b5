package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.header.Peer;
import dev.lbctl.balancer.http.FieldName;
import dev.lbctl.balancer.http.RequestHead;
import dev.lbctl.balancer.metrics.Asked;

/**
 * What a client asks for.
 *
 * @param id what the request is called on every hop
 */
record Request(RequestHead head, String id, Peer peer) {

    Asked asked() {
        return new Asked(
                peer.address(),
                head.method(),
                head.target(),
                head.version().text(),
                head.host(),
                head.fields().first(FieldName.REFERER),
                head.fields().first(FieldName.USER_AGENT));
    }
}
