package dev.lbctl.balancer.api;

import org.jspecify.annotations.Nullable;

/**
 * {@code POST /backends}: adds a backend to a pool, or announces it again, which has it probed at once.
 *
 * @param url {@code http://host:port}
 * @param pool null means the only pool, or the one called {@code default}
 * @param supervised true says that somebody starts it again should it end unasked
 */
public record JoinRequest(
        String name,
        String url,
        @Nullable String pool,
        @Nullable Boolean supervised) {}
