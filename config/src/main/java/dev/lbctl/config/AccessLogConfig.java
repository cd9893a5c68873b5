package dev.lbctl.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a line about each request is written.
 *
 * @param file absolute; null writes to standard output
 * @param rotate the size in bytes at which the file is set aside and a new one begun, 64 KiB–1024 GiB
 * @param keep how many files set aside are kept, 1–1000
 */
public record AccessLogConfig(Format format, @Nullable Path file, long rotate, int keep) {

    /** How such a line looks. */
    public enum Format {
        OFF,
        /** One JSON object a line. */
        JSON,
        /** The Combined Log Format of Apache httpd. */
        COMBINED
    }
}
