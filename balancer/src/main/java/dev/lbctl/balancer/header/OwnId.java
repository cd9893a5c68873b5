package dev.lbctl.balancer.header;

import java.util.HexFormat;

/** The name of a request that the balancer has given it: sixteen digits, which are written out only where somebody reads them. */
record OwnId(long number) implements CharSequence {
    private static final HexFormat HEX = HexFormat.of();
    private static final int DIGITS = 16;
    private static final int BITS = 4;

    @Override
    public int length() {
        return DIGITS;
    }

    @Override
    public char charAt(int index) {
        return Character.forDigit((int) (number >>> ((DIGITS - 1 - index) * BITS)) & 0xf, 16);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return toString().subSequence(start, end);
    }

    @Override
    public String toString() {
        return HEX.toHexDigits(number);
    }
}
