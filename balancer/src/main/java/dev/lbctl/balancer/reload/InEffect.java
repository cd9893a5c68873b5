package dev.lbctl.balancer.reload;

import dev.lbctl.config.LbConfig;
import dev.lbctl.config.file.ConfigFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * The configuration that requests are served by.
 *
 * @param by how it came to be, in words for a person
 */
public record InEffect(LbConfig config, Instant since, String by) {
    private static final int TAG_BYTES = 12;

    /** The same for equal configurations, and only for them; worked out anew each time, since few ask. */
    public String tag() {
        return tag(config);
    }

    static String tag(LbConfig config) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(ConfigFile.write(config).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
