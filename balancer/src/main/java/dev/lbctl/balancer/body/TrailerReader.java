package dev.lbctl.balancer.body;

import dev.lbctl.balancer.http.FieldScanner;
import dev.lbctl.balancer.http.Fields;
import dev.lbctl.balancer.http.Flaw;
import dev.lbctl.balancer.http.HeadBytes;
import dev.lbctl.balancer.http.HeadLimits;
import dev.lbctl.balancer.http.Progress;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** Reads the trailer section of a chunked body (RFC 9112, section 7.1.2), consuming it as it comes. */
final class TrailerReader {
    private final FieldScanner section;
    private final HeadBytes bytes = new HeadBytes();
    private Fields fields = Fields.NONE;
    private @Nullable Flaw flaw;

    TrailerReader(HeadLimits limits) {
        this.section = new FieldScanner(limits);
    }

    void begin() {
        section.begin(0);
        bytes.clear();
        fields = Fields.NONE;
        flaw = null;
    }

    Progress read(ByteBuf in) {
        Progress progress = Progress.MORE;
        while (progress == Progress.MORE) {
            int before = bytes.size();
            if (!bytes.fill(in, in.readerIndex())) {
                return progress;
            }
            progress = section.scan(bytes.array(), bytes.size());
            in.skipBytes(section.at() - before);
        }
        return progress == Progress.DONE ? judge() : refuse(section.flaw());
    }

    /** They hold until another body begins. */
    Fields fields() {
        return fields;
    }

    @Nullable
    Flaw flaw() {
        return flaw;
    }

    private Progress judge() {
        fields = section.fieldsOver(bytes.array());
        return TrailerRule.allows(fields) ? Progress.DONE : refuse(Flaw.FORBIDDEN_TRAILER);
    }

    private Progress refuse(Flaw why) {
        fields = Fields.NONE;
        flaw = why;
        return Progress.REFUSED;
    }
}
