package dev.lbctl.balancer.http;

import java.util.Arrays;

/** Where names and values stand in the bytes of a section, noted while it is scanned. */
final class FieldMarks {
    static final int NAME_START = 0;
    static final int NAME_END = 1;
    static final int VALUE_START = 2;
    static final int VALUE_END = 3;
    /** The code of a known name, else -1. */
    static final int KNOWN = 4;
    /** Marks of one field. */
    static final int EACH = 5;

    private static final int[] NONE = {};
    /** For so many fields at first. */
    private static final int ROOM = 2;

    private int[] marks = NONE;
    private int fields;
    private long known;

    /** Begins with another section, whose marks come in the place of the last one's. */
    void begin() {
        fields = 0;
        known = 0;
    }

    int fields() {
        return fields;
    }

    void nameStarts(int at) {
        int first = fields * EACH;
        if (first == marks.length) {
            marks = Arrays.copyOf(marks, first == 0 ? ROOM * EACH : 2 * first);
        }
        marks[first + NAME_START] = at;
    }

    void nameEnds(byte[] bytes, int at) {
        int first = fields * EACH;
        FieldName name = FieldName.of(bytes, marks[first + NAME_START], at);
        marks[first + NAME_END] = at;
        marks[first + KNOWN] = name == null ? -1 : name.code();
        known |= name == null ? 0 : name.bit();
    }

    /** The value stands between the colon and the line end, without the blanks around it. */
    void lineEnds(byte[] bytes, int at) {
        int first = fields * EACH;
        int start = Octets.endOf(Octets.BLANK, bytes, marks[first + NAME_END] + 1, at);
        marks[first + VALUE_START] = start;
        marks[first + VALUE_END] = Octets.trimmedEnd(bytes, start, at);
        fields++;
    }

    /** The section that was marked, until another one begins. */
    Fields over(byte[] bytes) {
        return fields == 0 ? Fields.NONE : new Fields(bytes, marks, fields, known);
    }
}
