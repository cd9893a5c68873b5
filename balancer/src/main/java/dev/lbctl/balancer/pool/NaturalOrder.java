package dev.lbctl.balancer.pool;

import java.util.Comparator;

/** Orders names as a person would: runs of digits by their value, so that server-2 comes before server-10. */
final class NaturalOrder implements Comparator<String> {
    static final NaturalOrder INSTANCE = new NaturalOrder();

    private NaturalOrder() {}

    @Override
    public int compare(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            int endA = chunkEnd(a, i);
            int endB = chunkEnd(b, j);
            int order = compareChunks(a.substring(i, endA), b.substring(j, endB));
            if (order != 0) {
                return order;
            }
            i = endA;
            j = endB;
        }
        return Integer.compare(a.length() - i, b.length() - j);
    }

    private static int chunkEnd(String s, int start) {
        boolean digits = isDigit(s.charAt(start));
        int end = start + 1;
        while (digits && end < s.length() && isDigit(s.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int compareChunks(String a, String b) {
        boolean numbers = isDigit(a.charAt(0)) && isDigit(b.charAt(0));
        return numbers && a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
