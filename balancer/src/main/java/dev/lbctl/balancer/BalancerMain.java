package dev.lbctl.balancer;

import dev.lbctl.balancer.logging.StderrLogging;
import dev.lbctl.balancer.operator.OverridesFile;
import dev.lbctl.balancer.upstream.Transport;
import dev.lbctl.config.LbConfig;
import dev.lbctl.config.file.ConfigFile;
import dev.lbctl.config.file.ConfigResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Starts a balancer and lets it run until the process is told to end; SIGHUP has it read its file again. Exits 2 on wrong
 * arguments or configuration, 1 when it cannot start.
 */
public final class BalancerMain {
    private static final String USAGE = "usage: BalancerMain --config FILE [--token-file FILE] [--overrides FILE]";

    private BalancerMain() {}

    /** See {@link #USAGE}. What sessions are signed with lies beside the overrides. */
    public static void main(String[] args) {
        StderrLogging.use(BalancerLogging.class);
        // Looking after one buffer in 128 costs 1.5 % of each request's time.
        unlessSet("io.netty.leakDetection.level", "disabled");
        // Netty's events would have the JVM start its flight recorder.
        unlessSet("io.netty.jfr.enabled", "false");
        Path config = null;
        Path tokenFile = null;
        Path overrides = null;
        Iterator<String> words = List.of(args).iterator();
        while (words.hasNext()) {
            switch (words.next()) {
                case "--config" -> config = path(words);
                case "--token-file" -> tokenFile = path(words);
                case "--overrides" -> overrides = path(words);
                default -> fail(2, USAGE);
            }
        }
        if (config == null) {
            fail(2, USAGE);
        } else {
            Path file = config;
            start(read(file), token(tokenFile), new OverridesFile(overrides))
                    .ifPresent(balancer -> Signals.register("HUP", () -> balancer.reload(file, "SIGHUP")));
        }
    }

    private static void unlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private static Optional<Balancer> start(
            @Nullable LbConfig config, @Nullable String token, OverridesFile overrides) {
        if (config == null) {
            return Optional.empty();
        }
        try {
            Balancer balancer = new Balancer(config, token, overrides, Clock.systemUTC());
            balancer.start();
            Runtime.getRuntime().addShutdownHook(new Thread(balancer::stop, "stop"));
            LoggerFactory.getLogger(BalancerMain.class)
                    .info(
                            "traffic on {} by {}, admin on {}",
                            config.listener().address(),
                            Transport.of(config.listener().socket().transport()),
                            config.admin().address());
            return Optional.of(balancer);
        } catch (IOException | UncheckedIOException e) {
            fail(1, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static @Nullable LbConfig read(Path file) {
        ConfigResult result = ConfigFile.read(file);
        if (result instanceof ConfigResult.Invalid invalid) {
            invalid.problems().forEach(System.err::println);
            fail(2, "the configuration has " + invalid.problems().size() + " problem(s)");
        }
        return result instanceof ConfigResult.Valid valid ? valid.config() : null;
    }

    private static @Nullable String token(@Nullable Path file) {
        try {
            return file == null ? null : Files.readString(file).strip();
        } catch (IOException e) {
            fail(2, "cannot read the token: " + e);
            return null;
        }
    }

    private static @Nullable Path path(Iterator<String> words) {
        return words.hasNext() ? Path.of(words.next()) : null;
    }

    private static void fail(int code, String message) {
        System.err.println("lbctl balancer: " + message);
        System.exit(code);
    }
}
