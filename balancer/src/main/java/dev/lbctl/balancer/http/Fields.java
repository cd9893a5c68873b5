package dev.lbctl.balancer.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A header or trailer section as it came: names and values in their order. Strings are made when asked for, and are what may be kept: the
 * section itself holds until the next message is read on its connection, which comes in its place.
 */
public final class Fields {
    public static final Fields NONE = new Fields(new byte[0], new int[0], 0, 0);

    private final byte[] bytes;
    private final int[] marks;
    private final int size;
    /** A bit for each known name that is there. */
    private final long known;

    Fields(byte[] bytes, int[] marks, int size, long known) {
        this.bytes = bytes;
        this.marks = marks;
        this.size = size;
        this.known = known;
    }

    /** A section of our own; names and values that a peer could not have sent are a bug. */
    public static Fields of(String... namesAndValues) {
        return FieldScanner.section(namesAndValues);
    }

    public int size() {
        return size;
    }

    /** Answers null when the name of that field is not among {@link FieldName}. */
    public @Nullable FieldName known(int i) {
        int code = mark(i, FieldMarks.KNOWN);
        return code < 0 ? null : FieldName.coded(code);
    }

    /** As it was spelled. */
    public String name(int i) {
        int from = nameStart(i);
        return new String(bytes, from, nameEnd(i) - from, ISO_8859_1);
    }

    /** Without the blanks around it; an octet is a character. */
    public String value(int i) {
        int from = valueStart(i);
        return new String(bytes, from, valueEnd(i) - from, ISO_8859_1);
    }

    /** What may be told of octets where they are. */
    @FunctionalInterface
    public interface Test {
        boolean passes(byte[] bytes, int from, int to);
    }

    /** Whether the value of that field passes. */
    public boolean passes(int i, Test test) {
        return test.passes(bytes, valueStart(i), valueEnd(i));
    }

    /** Whether that field has the name, in any case. */
    public boolean isNamed(int i, CharSequence name) {
        return Octets.spell(name, bytes, nameStart(i), nameEnd(i));
    }

    /** The same for a server that cannot tell {@code _} from {@code -}, as variables are made of names (RFC 3875, section 4.1.18). */
    public boolean isNamedAlike(int i, CharSequence name) {
        return Octets.resemble(name, bytes, nameStart(i), nameEnd(i));
    }

    /**
     * Whether its name is that of a known field but for underscores. Servers that hand fields on as variables do not tell the two
     * apart (RFC 3875, section 4.1.18).
     */
    public boolean mimics(int i) {
        return mark(i, FieldMarks.KNOWN) < 0 && FieldName.isMimicked(bytes, nameStart(i), nameEnd(i));
    }

    public boolean contains(FieldName name) {
        return (known & name.bit()) != 0;
    }

    public int count(FieldName name) {
        int count = 0;
        for (int i = next(name, 0); i >= 0; i = next(name, i + 1)) {
            count++;
        }
        return count;
    }

    public @Nullable String first(FieldName name) {
        return first(name, null);
    }

    /** The same; when it is the likely one, it is the very string. */
    public @Nullable String first(FieldName name, @Nullable String likely) {
        int i = next(name, 0);
        if (i >= 0 && likely != null && Octets.equal(likely, bytes, valueStart(i), valueEnd(i))) {
            return likely;
        }
        return i < 0 ? null : value(i);
    }

    /** The same for a name in any case that may not be known. */
    public @Nullable String first(String name) {
        for (int i = 0; i < size; i++) {
            if (isNamed(i, name)) {
                return value(i);
            }
        }
        return null;
    }

    /** Whether the token is an element of the comma lists under that name, in any case. */
    public boolean lists(FieldName name, String token) {
        for (int i = next(name, 0); i >= 0; i = next(name, i + 1)) {
            if (CommaList.includes(token, bytes, valueStart(i), valueEnd(i))) {
                return true;
            }
        }
        return false;
    }

    /** The elements of the comma lists under that name, in their order, without empty ones. */
    public void forEachElement(FieldName name, Consumer<String> action) {
        for (int i = next(name, 0); i >= 0; i = next(name, i + 1)) {
            CommaList.forEach(bytes, valueStart(i), valueEnd(i), action);
        }
    }

    /** Those that are not left out, told by their number. */
    public Fields without(IntPredicate leftOut) {
        int[] left = new int[size * FieldMarks.EACH];
        int count = 0;
        long names = 0;
        for (int i = 0; i < size; i++) {
            if (!leftOut.test(i)) {
                System.arraycopy(marks, i * FieldMarks.EACH, left, count++ * FieldMarks.EACH, FieldMarks.EACH);
                FieldName name = known(i);
                names |= name == null ? 0 : name.bit();
            }
        }
        return count == size ? this : new Fields(bytes, left, count, names);
    }

    /** Answers the first field of that name at or behind the given one, -1 when there is none. */
    public int next(FieldName name, int from) {
        for (int i = contains(name) ? from : size; i < size; i++) {
            if (mark(i, FieldMarks.KNOWN) == name.code()) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the name of that field begins so, in any case and with {@code _} for {@code -} or the other way round. */
    public boolean isNamedLike(int i, String start) {
        int from = nameStart(i);
        int to = from + start.length();
        return to <= nameEnd(i) && Octets.resemble(start, bytes, from, to);
    }

    byte[] bytes() {
        return bytes;
    }

    int nameStart(int i) {
        return mark(i, FieldMarks.NAME_START);
    }

    int nameEnd(int i) {
        return mark(i, FieldMarks.NAME_END);
    }

    int valueStart(int i) {
        return mark(i, FieldMarks.VALUE_START);
    }

    int valueEnd(int i) {
        return mark(i, FieldMarks.VALUE_END);
    }

    private int mark(int i, int which) {
        return marks[i * FieldMarks.EACH + which];
    }
}
