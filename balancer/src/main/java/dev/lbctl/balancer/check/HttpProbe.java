package dev.lbctl.balancer.check;

import dev.lbctl.balancer.http.FieldName;
import dev.lbctl.balancer.http.HeadWriter;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.probe.Probe;
import dev.lbctl.config.HealthConfig;
import dev.lbctl.config.ProbeConfig;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Asks over HTTP/1.1, on one connection as long as that is good. Redirects are not followed. Owner: the probe loop's thread. */
final class HttpProbe implements Probe {
    private final Dialer dialer;
    private final HealthConfig config;
    private final byte[] request;
    private @Nullable Line kept;

    HttpProbe(Dialer dialer, HealthConfig config) {
        this.dialer = dialer;
        this.config = config;
        this.request = request(config.probe(), dialer.backend());
    }

    @Override
    public CompletionStage<Result> check() {
        Line line = kept;
        kept = null;
        return new HttpCheck(this, line).begin();
    }

    @Override
    public void close() {
        if (kept != null) {
            kept.close();
        }
    }

    Dialer dialer() {
        return dialer;
    }

    HealthConfig config() {
        return config;
    }

    byte[] request() {
        return request;
    }

    void keep(Line line) {
        kept = line;
    }

    private static byte[] request(ProbeConfig probe, Backend backend) {
        ByteBuf out = Unpooled.buffer();
        HeadWriter.requestLine(out, probe.method(), probe.path());
        HeadWriter.field(out, FieldName.HOST, Objects.requireNonNullElse(probe.host(), backend.authority()));
        HeadWriter.field(out, "User-Agent", "lbctl-health");
        for (String line : probe.headers()) {
            int colon = line.indexOf(':');
            HeadWriter.field(
                    out, line.substring(0, colon), line.substring(colon + 1).strip());
        }
        if (probe.method().equals("POST")) {
            HeadWriter.field(out, FieldName.CONTENT_LENGTH, 0);
        }
        HeadWriter.end(out);
        return ByteBufUtil.getBytes(out);
    }
}
