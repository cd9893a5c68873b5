package dev.lbctl.balancer.algorithm;

/** Numbers that look random and depend on what they are made of alone. Every process and every release must agree on them. */
final class Hash {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Hash() {}

    static long of(String text) {
        return of(text, 0, text.length());
    }

    /** Of the characters from {@code begin} until before {@code end}: FNV-1a, then {@link #mix}, since FNV's high bits are poor. */
    static long of(String text, int begin, int end) {
        long hash = FNV_OFFSET;
        for (int i = begin; i < end; i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return mix(hash);
    }

    /** Spreads every bit over all: the finalizer of SplitMix64 (Steele, Lea, Flood 2014). */
    static long mix(long value) {
        long mixed = value + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
