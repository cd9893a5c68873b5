package dev.lbctl.balancer.header;

import dev.lbctl.balancer.http.FieldLines;
import dev.lbctl.balancer.http.FieldName;
import dev.lbctl.balancer.http.Fields;
import dev.lbctl.balancer.http.HeadWriter;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is changed in a header section on its way: some names are left out, whoever wrote them, and some lines end it. Fields that
 * framing and connections rest on are not among them. Immutable.
 */
public final class HeaderEdits {
    public static final HeaderEdits NONE = of(Map.of(), Map.of(), List.of());

    private final List<String> leftOut;
    private final Set<FieldName> ownLeftOut;
    private final Fields lines;

    private HeaderEdits(List<String> leftOut, Fields lines) {
        this.leftOut = leftOut;
        this.ownLeftOut = EnumSet.noneOf(FieldName.class);
        this.lines = lines;
        for (FieldName name : FieldName.values()) {
            if (leavesOut(Fields.of(name.text(), ""), 0)) {
                ownLeftOut.add(name);
            }
        }
    }

    /**
     * Edits by names and values that a peer could have sent; others are a bug.
     *
     * @param set comes in place of all that stands under its names
     * @param add comes besides that
     * @param remove names under which nothing is left
     */
    public static HeaderEdits of(Map<String, String> set, Map<String, String> add, Collection<String> remove) {
        List<String> leftOut = new ArrayList<>(set.keySet());
        leftOut.addAll(remove);
        List<String> lines = new ArrayList<>();
        for (Map<String, String> written : Arrays.asList(set, add)) {
            written.forEach((name, value) -> lines.addAll(List.of(name, value)));
        }
        return new HeaderEdits(List.copyOf(leftOut), Fields.of(lines.toArray(new String[0])));
    }

    /** Whether a field of a peer's does not go on. */
    boolean leavesOut(Fields fields, int i) {
        for (int n = 0; n < leftOut.size(); n++) {
            if (fields.isNamedAlike(i, leftOut.get(n))) {
                return true;
            }
        }
        return false;
    }

    /** The fields of a peer's that go on. */
    public Fields passing(Fields fields) {
        return leftOut.isEmpty() ? fields : fields.without(i -> leavesOut(fields, i));
    }

    /** Whether a field of the balancer's own is left out. */
    boolean leavesOutOwn(FieldName name) {
        return ownLeftOut.contains(name);
    }

    /** Writes a field of the balancer's own, unless that name is left out. */
    void writeOwn(ByteBuf out, FieldName name, CharSequence value) {
        if (!leavesOutOwn(name)) {
            HeadWriter.field(out, name, value);
        }
    }

    /** Whether a line of that name is among those that end the section. */
    boolean adds(FieldName name) {
        return lines.contains(name);
    }

    /** Writes the lines that end the section. */
    void writeLines(ByteBuf out) {
        if (lines.size() > 0) {
            FieldLines.writeAll(lines, out);
        }
    }
}
