package dev.lbctl.balancer.head;

import dev.lbctl.balancer.http.FieldName;
import dev.lbctl.balancer.http.Fields;
import dev.lbctl.balancer.http.Flaw;
import dev.lbctl.balancer.http.Framing;
import dev.lbctl.balancer.http.FramingRule;
import dev.lbctl.balancer.http.HeadLimits;
import dev.lbctl.balancer.http.Progress;
import dev.lbctl.balancer.http.ResponseHead;
import io.netty.buffer.ByteBuf;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the heads of the responses on one connection, one after the other. Owned by the connection's event loop. */
public final class ResponseReader {
    private final StatusLine line = new StatusLine();
    private final HeadReader reader;
    private @Nullable ResponseHead head;

    public ResponseReader(HeadLimits limits) {
        this.reader = new HeadReader(line, limits);
    }

    /**
     * Looks for a whole head at the reader index, of a response to a request with that method. MORE: nothing was consumed; call again
     * with the same unread bytes and others behind them. DONE: the head was consumed. REFUSED: for good.
     */
    public Progress read(ByteBuf in, String requestMethod) {
        Progress progress = reader.read(in);
        return progress == Progress.DONE ? judge(reader.fields(), requestMethod) : progress;
    }

    /** The head that was read last; its fields hold until another one is read. */
    public ResponseHead head() {
        return Objects.requireNonNull(head);
    }

    /** Why it was refused. */
    public Flaw flaw() {
        return reader.flaw();
    }

    private Progress judge(Fields fields, String requestMethod) {
        Flaw flaw = FramingRule.flaw(fields, line.version());
        if (flaw != null) {
            return reader.refuse(flaw);
        }
        int status = line.status();
        if (FramingRule.isWithoutBody(status) && fields.contains(FieldName.TRANSFER_ENCODING)) {
            return reader.refuse(Flaw.CODING_WITHOUT_BODY);
        }
        Framing framing = FramingRule.response(fields, status, requestMethod);
        head = new ResponseHead(line.version(), status, line.reason(), fields, framing);
        return Progress.DONE;
    }
}
