package dev.lbctl.balancer;

import dev.lbctl.balancer.sticky.Secret;
import dev.lbctl.balancer.sticky.SecretFile;
import dev.lbctl.balancer.sticky.Sessions;
import dev.lbctl.config.PoolConfig;
import dev.lbctl.config.StickyConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where pools have the secrets from that they sign with.
 *
 * @param overrides beside which the balancer keeps its own secret; null when it ends with the process
 * @param random that one
 */
record Secrets(@Nullable Path overrides, Secret random) {
    private static final String OWN = "session.secret";

    Secrets(@Nullable Path overrides) {
        this(overrides, Secret.random());
    }

    /**
     * The sessions that a pool keeps; null when it keeps none.
     *
     * @throws UncheckedIOException when a secret cannot be had; its message names the file
     */
    @Nullable
    Sessions sessions(PoolConfig pool) {
        StickyConfig sticky = pool.balance().sticky();
        try {
            return sticky == null ? null : new Sessions(sticky, secret(sticky.secretFile()));
        } catch (IOException e) {
            throw new UncheckedIOException("pool " + pool.name() + ": sticky: " + e.getMessage(), e);
        }
    }

    private Secret secret(@Nullable Path configured) throws IOException {
        if (configured != null) {
            return new SecretFile(configured).read();
        }
        return overrides == null ? random : new SecretFile(overrides.resolveSibling(OWN)).readOrMake();
    }
}
