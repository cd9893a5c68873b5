package dev.lbctl.balancer.http;

/** How far a reader came with the bytes it was shown. */
public enum Progress {
    /** What is there is sound so far, and not the whole yet. */
    MORE,
    /** The whole was read and taken out of the buffer. */
    DONE,
    /** It is wrong, and stays so whatever follows. */
    REFUSED
}
