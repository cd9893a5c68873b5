package dev.lbctl.balancer.head;

import dev.lbctl.balancer.http.FieldScanner;
import dev.lbctl.balancer.http.Fields;
import dev.lbctl.balancer.http.Flaw;
import dev.lbctl.balancer.http.HeadBytes;
import dev.lbctl.balancer.http.HeadLimits;
import dev.lbctl.balancer.http.Progress;
import io.netty.buffer.ByteBuf;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds a head, a start line and a header section, in what has arrived; consumes it only once it is whole. */
final class HeadReader {
    private final HeadBytes bytes = new HeadBytes();
    private final StartLineScanner line;
    private final FieldScanner section;
    private boolean inSection;
    private boolean whole;
    private Fields fields = Fields.NONE;
    private @Nullable Flaw flaw;

    HeadReader(StartLine line, HeadLimits limits) {
        this.line = new StartLineScanner(line, limits.line());
        this.section = new FieldScanner(limits);
    }

    Progress read(ByteBuf in) {
        if (whole) {
            forget();
        }
        Progress progress = flaw == null ? scan() : Progress.REFUSED;
        while (progress == Progress.MORE && bytes.fill(in, in.readerIndex() + bytes.size())) {
            progress = scan();
        }
        if (progress == Progress.DONE) {
            in.skipBytes(section.at());
            fields = section.fieldsOver(bytes.array());
            whole = true;
            line.begin();
            inSection = false;
        }
        return progress;
    }

    boolean hasBegun() {
        return line.hasBegun();
    }

    /** Gives up the head that was read last. */
    void forget() {
        whole = false;
        fields = Fields.NONE;
        bytes.clear();
    }

    /** The fields of the head that was read last; they hold until it is forgotten, or another one read. */
    Fields fields() {
        return fields;
    }

    Flaw flaw() {
        return Objects.requireNonNull(flaw);
    }

    /** Refuses for good. */
    Progress refuse(Flaw why) {
        flaw = why;
        return Progress.REFUSED;
    }

    private Progress scan() {
        if (!inSection) {
            Progress progress = line.scan(bytes.array(), bytes.size());
            if (progress != Progress.DONE) {
                return progress == Progress.REFUSED ? refuse(line.flaw()) : progress;
            }
            inSection = true;
            section.begin(line.at());
        }
        Progress progress = section.scan(bytes.array(), bytes.size());
        return progress == Progress.REFUSED ? refuse(section.flaw()) : progress;
    }
}
