package dev.lbctl.config;

import org.jspecify.annotations.Nullable;

/**
 * What of a request decides which member it belongs to.
 *
 * @param name of the header field, the cookie or the parameter; null where it goes by none of these
 */
public record HashConfig(HashBy by, @Nullable String name) {

    /** By the client's address. */
    public static final HashConfig CLIENT = new HashConfig(HashBy.CLIENT, null);
}
