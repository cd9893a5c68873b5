package dev.lbctl.config;

/** The parts of a request that may decide which member it belongs to. */
public enum HashBy {
    /** The client's address. */
    CLIENT,
    /** A header field. */
    HEADER,
    COOKIE,
    PATH,
    /** A parameter of the query. */
    QUERY;

    /** Whether there are several of them, so that one must be named. */
    public boolean isNamed() {
        return this == HEADER || this == COOKIE || this == QUERY;
    }
}
