/** What a result means. */
enum Verdict {
    OK,
    /** The client left of its own accord. */
    LEFT,
    /** Answered 502, 503 or 504, and what happened to the backends explains it. */
    REFUSED,
    /** An answer that broke off because its backend did. */
    BROKEN,
    WRONG_BYTES,
    /** Somebody else's. */
    WRONG_ANSWER,
    /** A failure that nothing that was done to the backends explains. */
    UNEXPLAINED;

    boolean isFatal() {
        return ordinal() >= WRONG_BYTES.ordinal();
    }
}
