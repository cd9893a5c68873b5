package dev.lbctl.balancer.accesslog;

/** Numbers as every format writes them. */
final class Digits {
    private static final long NANOS_PER_MICRO = 1_000;
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private Digits() {}

    /** Milliseconds with three decimals. */
    static void millis(long nanos, StringBuilder to) {
        long micros = (nanos + NANOS_PER_MICRO / 2) / NANOS_PER_MICRO;
        to.append(micros / 1_000).append('.');
        three((int) (micros % 1_000), to);
    }

    /** A number from 0 to 999, with leading zeros. */
    static void three(int number, StringBuilder to) {
        to.append((char) ('0' + number / 100))
                .append((char) ('0' + number / 10 % 10))
                .append((char) ('0' + number % 10));
    }

    /** The last {@code digits} hexadecimal digits of a character's number. */
    static void hex(char of, int digits, StringBuilder to) {
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            to.append(HEX[of >> shift & 0xf]);
        }
    }
}
