package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.metrics.Answered;
import dev.lbctl.balancer.metrics.Asked;
import dev.lbctl.balancer.metrics.Phases;
import dev.lbctl.balancer.metrics.RequestRecord;
import dev.lbctl.balancer.metrics.Served;
import dev.lbctl.balancer.route.Route;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the client gets for its request, and the record of it. Owner: the exchange. */
final class Answer {
    private final Gateway gateway;
    private final ClientStream client;
    private final RequestHead head;
    private final Instant started;
    private final long startedNanos = System.nanoTime();
    private @Nullable Route route;
    private long number;
    private long firstByteNanos = Phases.NONE;
    private int status;
    private boolean keepAlive;

    Answer(Gateway gateway, ClientStream client, RequestHead head) {
        this.gateway = gateway;
        this.client = client;
        this.head = head;
        this.started = gateway.clock().instant();
    }

    /** The request's route is known, or that it has none. */
    void begin(@Nullable Route found) {
        route = found;
        if (isCounted()) {
            number = gateway.recorder().begin();
        }
    }

    ClientStream client() {
        return client;
    }

    /** Whether a final head was sent. */
    boolean isBegun() {
        return status != 0;
    }

    /** Relays an interim answer; a client of HTTP/1.0 does not know them (RFC 9110, section 15.2). */
    void interim(FullHttpResponse response) {
        if (head.isHttp10()) {
            response.release();
        } else {
            client.send(response);
            client.flush();
        }
    }

    void head(HttpResponse response) {
        status = response.status().code();
        firstByteNanos = elapsed();
        keepAlive = head.isKeepAlive() && client.staysOpen() && HeaderRules.isDelimited(response, head);
        client.send(HeaderRules.toClient(response, head, keepAlive));
    }

    /** The backend's answer was relayed whole. */
    void complete(Tries tries, boolean requestComplete) {
        record(tries, null);
        client.finish(keepAlive && requestComplete);
    }

    /** The answer cannot be finished, or nobody is there to take it. */
    void breakOff(Tries tries, Outcome outcome) {
        record(tries, outcome.kind().name().toLowerCase(Locale.ROOT));
        client.abort();
    }

    /** Answers in the balancer's own name. */
    void refuse(Tries tries, GatewayError error, boolean requestComplete) {
        status = error.status();
        keepAlive = head.isKeepAlive() && client.staysOpen() && requestComplete;
        FullHttpResponse response = error.response();
        HeaderRules.announce(response.headers(), head, keepAlive);
        record(tries, error.cause());
        client.send(response);
        client.finish(keepAlive);
    }

    private boolean isCounted() {
        return route == null || !route.internal();
    }

    private void record(Tries tries, @Nullable String cause) {
        if (isCounted()) {
            String pool = route == null ? null : route.selection().pool();
            gateway.recorder()
                    .end(new RequestRecord(
                            number,
                            Long.toString(number),
                            started,
                            asked(),
                            new Answered(status, 0, 0, cause),
                            new Served(pool, tries.lastBackend(), tries.attempts()),
                            new Phases(Phases.NONE, Phases.NONE, firstByteNanos, elapsed())));
        }
    }

    private Asked asked() {
        HttpHeaders headers = head.message().headers();
        return new Asked(
                head.client(),
                head.method(),
                head.target(),
                head.message().protocolVersion().text(),
                head.host(),
                headers.get(HttpHeaderNames.REFERER),
                headers.get(HttpHeaderNames.USER_AGENT));
    }

    private long elapsed() {
        return System.nanoTime() - startedNanos;
    }
}
