/** How a backend behaves. */
enum Mood {
    /** Answers well. */
    GOOD,
    /** Resets some connections: before, within the head, or within the body of an answer. */
    RESETTING,
    /** Closes kept connections without a word: some after an answer, some while they are idle. */
    CLOSING,
    /** Takes its time before some answers and between their pieces. */
    SLOW
}
