package dev.lbctl.balancer.head;

import dev.lbctl.balancer.http.Fields;
import dev.lbctl.balancer.http.Flaw;
import dev.lbctl.balancer.http.Framing;
import dev.lbctl.balancer.http.FramingRule;
import dev.lbctl.balancer.http.HeadLimits;
import dev.lbctl.balancer.http.Progress;
import dev.lbctl.balancer.http.RequestHead;
import io.netty.buffer.ByteBuf;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the heads of the requests on one connection, one after the other. Owned by the connection's event loop. */
public final class RequestReader {
    private final RequestLine line = new RequestLine();
    private final HeadReader reader;
    private @Nullable RequestHead head;

    public RequestReader(HeadLimits limits) {
        this.reader = new HeadReader(line, limits);
    }

    /**
     * Looks for a whole head at the reader index. MORE: nothing was consumed; call again with the same unread bytes and others behind
     * them, none is looked at twice. DONE: the head was consumed. REFUSED: for good.
     */
    public Progress read(ByteBuf in) {
        Progress progress = reader.read(in);
        return progress == Progress.DONE ? judge(reader.fields()) : progress;
    }

    /** Gives up the head that was read last. */
    public void forget() {
        head = null;
        reader.forget();
    }

    /** The head that was read last; its fields hold until it is forgotten, or another one read. */
    public RequestHead head() {
        return Objects.requireNonNull(head);
    }

    /** Why it was refused. */
    public Flaw flaw() {
        return reader.flaw();
    }

    /** Whether a byte of the next request line was seen; an empty line before it is none. */
    public boolean hasBegun() {
        return reader.hasBegun();
    }

    private Progress judge(Fields fields) {
        Flaw flaw = flawOf(fields);
        if (flaw != null) {
            return reader.refuse(flaw);
        }
        head = new RequestHead(line.method(), line.target(), line.version(), fields, FramingRule.request(fields));
        return Progress.DONE;
    }

    private @Nullable Flaw flawOf(Fields fields) {
        Flaw host = HostRule.flaw(line, fields);
        if (host != null) {
            return host;
        }
        Flaw framing = FramingRule.flaw(fields, line.version());
        if (framing != null) {
            return framing;
        }
        boolean tunnel = line.form() == TargetForm.AUTHORITY;
        return tunnel && FramingRule.request(fields).kind() != Framing.Kind.NONE ? Flaw.CONNECT_WITH_BODY : null;
    }
}
