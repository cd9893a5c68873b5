package dev.lbctl.config.read;

import dev.lbctl.config.AccessLogConfig;
import dev.lbctl.config.AddressRange;
import dev.lbctl.config.ClientTimeoutConfig;
import dev.lbctl.config.ExposureConfig;
import dev.lbctl.config.ExtraMethod;
import dev.lbctl.config.LimitConfig;
import dev.lbctl.config.ListenerConfig;
import dev.lbctl.config.SocketConfig;
import dev.lbctl.config.TransportKind;
import dev.lbctl.config.yaml.Kind;
import dev.lbctl.config.yaml.Section;
import java.nio.file.Path;
import java.util.Set;

/** The file's listener. */
final class ListenerReader {
    private static final Path STDOUT = Path.of("stdout"); // unlike every file's, relative
    private static final long KIB = 1 << 10;
    private static final long MIB = 1 << 20;
    private static final long TIB = 1L << 40;
    private static final Kind<AddressRange> RANGE =
            new Kind<>("an address or a range of them", AddressRange::parse, ListenerReader::rangeAdvice);
    private static final Kind<ExtraMethod> METHOD =
            Kind.oneOf("a method that is refused unless allowed", ExtraMethod.class);
    private static final Kind<TransportKind> TRANSPORT = Kind.oneOf("a transport", TransportKind.class);
    private static final Kind<AccessLogConfig.Format> FORMAT = Kind.oneOf("a format", AccessLogConfig.Format.class);

    private ListenerReader() {}

    static ListenerConfig listener(Section s, boolean samples, Path file) {
        return new ListenerConfig(
                new SocketConfig(s.value("address", ConfigReader.ADDRESS), s.value("transport", TRANSPORT)),
                new ExposureConfig(
                        s.optional("admin_paths", Kind.flag()).orElse(samples),
                        s.value("decision_header", Kind.flag())),
                s.values("trusted_proxies", RANGE),
                Set.copyOf(s.values("allow", METHOD)),
                s.section("limits", ListenerReader::limits),
                s.section("timeouts", ListenerReader::timeouts),
                s.section("access_log", log -> accessLog(log, file)));
    }

    private static String rangeAdvice(String text) {
        return AddressRange.around(text)
                .map(range -> "write " + range + ", or " + text.replaceFirst("/.*", "") + " for the one address")
                .orElse("write an IP address or a range, like 192.168.1.7, 10.0.0.0/8 or \"::1\"");
    }

    private static LimitConfig limits(Section s) {
        return new LimitConfig(
                s.value("request_line", Kind.size(256, MIB)).intValue(),
                s.value("headers", Kind.size(KIB, MIB)).intValue(),
                s.value("fields", Kind.number(1, 1000)),
                s.value("body", Kind.size(0, TIB).or("unlimited", Long.MAX_VALUE)),
                s.value("connections", Kind.number(1, 1_000_000)));
    }

    private static ClientTimeoutConfig timeouts(Section s) {
        return new ClientTimeoutConfig(
                s.value("head", Kind.duration()),
                s.value("keep_alive", Kind.duration()),
                s.value("half_close", Kind.durationOrZero()));
    }

    private static AccessLogConfig accessLog(Section s, Path file) {
        Kind<Path> kind = FileKind.in(file, "logs/access.log").or("stdout", STDOUT);
        Path target = s.value("file", kind);
        return new AccessLogConfig(
                s.value("format", FORMAT),
                target.equals(STDOUT) ? null : target,
                s.value("rotate", Kind.size(64 * KIB, TIB)),
                s.value("keep", Kind.number(1, 1000)));
    }
}
