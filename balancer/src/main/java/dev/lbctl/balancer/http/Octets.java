package dev.lbctl.balancer.http;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** What each of the 256 octets may stand for in a message, looked up and not computed. */
public final class Octets {
    /** RFC 9110, section 5.6.2: what methods and field names are made of. */
    public static final int TOKEN = 1;
    /** What a request target is made of: visible ASCII without {@code #}, which begins a fragment and is never sent. */
    public static final int TARGET = 2;
    /** RFC 9110, section 5.5: what a field value is made of, and a reason phrase: visible, SP, HTAB and obs-text. */
    public static final int TEXT = 4;
    /** What a request line is made of: visible ASCII and SP. */
    public static final int ASCII = 8;
    /**
     * RFC 3986, section 3.2.2: what a registered name is made of, percent-encoding aside. The delimiters it allows too are left out:
     * no host has them, and one with a comma would read as two.
     */
    public static final int HOST = 16;

    public static final int DIGIT = 32;
    public static final int HEX = 64;
    /** Optional white space: SP and HTAB. */
    public static final int BLANK = 128;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private static final int[] KINDS = new int[256];
    private static final byte[] LOWER = new byte[256];
    private static final byte[] FOLDED = new byte[256];

    static {
        for (int octet = 0; octet < 256; octet++) {
            boolean upper = octet >= 'A' && octet <= 'Z';
            LOWER[octet] = (byte) (upper ? octet + 'a' - 'A' : octet);
            FOLDED[octet] = octet == '_' ? (byte) '-' : LOWER[octet];
        }
        range('0', '9', TOKEN | HOST | DIGIT | HEX);
        range('a', 'z', TOKEN | HOST);
        range('A', 'Z', TOKEN | HOST);
        range('a', 'f', HEX);
        range('A', 'F', HEX);
        range(' ', '~', TEXT | ASCII);
        range('!', '~', TARGET);
        range(0x80, 0xff, TEXT);
        each("\t", TEXT);
        each("\t ", BLANK);
        each("!#$%&'*+-.^_`|~", TOKEN);
        each("-._~", HOST);
        KINDS['#'] &= ~TARGET;
    }

    private Octets() {}

    /** Whether the octet is of at least one of the kinds. */
    public static boolean are(int kinds, byte octet) {
        return (KINDS[octet & 0xff] & kinds) != 0;
    }

    public static boolean are(int kinds, byte[] bytes, int from, int to) {
        return endOf(kinds, bytes, from, to) == to;
    }

    /** Answers where the first octet of another kind stands, {@code to} when there is none. */
    public static int endOf(int kinds, byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && (KINDS[bytes[at] & 0xff] & kinds) != 0) {
            at++;
        }
        return at;
    }

    /**
     * Answers where the first octet stands that is no {@link #TEXT}, {@code to} when there is none. Eight of them are looked at in one
     * go, as long as none of the eight is a control octet.
     */
    public static int endOfText(byte[] bytes, int from, int to) {
        int at = from;
        while (at <= to - Long.BYTES && !haveControls((long) EIGHT.get(bytes, at))) {
            at += Long.BYTES;
        }
        return endOf(TEXT, bytes, at, to);
    }

    /** Whether one of the eight is below SP, or DEL. */
    private static boolean haveControls(long octets) {
        long belowSpace = (octets - ONES * ' ') & ~octets;
        long likeDelete = octets ^ ONES * 0x7f;
        long delete = (likeDelete - ONES) & ~likeDelete;
        return ((belowSpace | delete) & HIGH_BITS) != 0;
    }

    public static byte lower(byte octet) {
        return LOWER[octet & 0xff];
    }

    /** Answers where what surrounds the text from the right, SP and HTAB, begins. */
    public static int trimmedEnd(byte[] bytes, int from, int to) {
        int end = to;
        while (end > from && are(BLANK, bytes[end - 1])) {
            end--;
        }
        return end;
    }

    /** Whether the bytes are the word, in the very case. */
    public static boolean equal(String word, byte[] bytes, int from, int to) {
        if (word.length() != to - from) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != (bytes[from + i] & 0xff)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the bytes spell the word, in any case. */
    public static boolean spell(CharSequence word, byte[] bytes, int from, int to) {
        return equal(LOWER, word, bytes, from, to);
    }

    /** Whether they spell it in any case and with {@code _} for {@code -} or the other way round. */
    public static boolean resemble(CharSequence word, byte[] bytes, int from, int to) {
        return equal(FOLDED, word, bytes, from, to);
    }

    /** Whether both are the same in the letters of an alphabet. */
    private static boolean equal(byte[] alphabet, CharSequence word, byte[] bytes, int from, int to) {
        if (word.length() != to - from) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c > 0xff || alphabet[c] != alphabet[bytes[from + i] & 0xff]) {
                return false;
            }
        }
        return true;
    }

    private static void range(int from, int to, int kinds) {
        for (int octet = from; octet <= to; octet++) {
            KINDS[octet] |= kinds;
        }
    }

    private static void each(String octets, int kinds) {
        octets.chars().forEach(octet -> KINDS[octet] |= kinds);
    }
}
