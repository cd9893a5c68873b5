package dev.lbctl.config.read;

import dev.lbctl.config.EjectionConfig;
import dev.lbctl.config.FitnessConfig;
import dev.lbctl.config.HealthConfig;
import dev.lbctl.config.ProbeConfig;
import dev.lbctl.config.StatusSet;
import dev.lbctl.config.yaml.Durations;
import dev.lbctl.config.yaml.Kind;
import dev.lbctl.config.yaml.Section;
import java.util.List;
import java.util.regex.Pattern;

/** What makes a pool's members fit to serve: keys that stand directly in the pool. */
final class FitnessReader {
    private static final List<String> HTTP_ONLY = List.of("path", "method", "host", "headers", "expect", "body");
    static final Kind<String> PATH =
            Kind.text("a path", Pattern.compile("/[!-~&&[^#]]*"), "write a path that begins with /, like /health");
    private static final Kind<String> METHOD = Kind.text(
            "a method for probes", Pattern.compile("GET|HEAD|OPTIONS|POST"), "write GET, HEAD, OPTIONS or POST");
    private static final Kind<String> HOST =
            Kind.text("a Host", Pattern.compile("[A-Za-z0-9.:_\\[\\]-]{1,300}"), "write a name, like example.org");
    private static final Kind<String> HEADER = Kind.text(
            "a header field for probes",
            Pattern.compile(
                    "(?i)(?!(host|connection|content-length|transfer-encoding):)[!#$%&'*+.^_`|~0-9a-z-]+: ?[!-~]([ -~]*[!-~])?"),
            "write \"Name: value\"; Host has a key of its own, and lengths and connections are not for you to set");
    private static final Kind<StatusSet> STATUSES =
            Kind.of("a list of statuses", StatusSet::parse, "write statuses or ranges of them, like 200-299,304");
    private static final Kind<String> BODY = Kind.text(
            "a text to look for", Pattern.compile("[^\\p{Cntrl}]{1,1000}"), "write a word of the answer, like ok");

    private FitnessReader() {}

    static FitnessConfig fitness(Section pool) {
        return new FitnessConfig(
                pool.section("health", FitnessReader::health),
                pool.section("ejection", FitnessReader::ejection),
                pool.value("panic", Kind.percentage()));
    }

    private static HealthConfig health(Section s) {
        return new HealthConfig(
                probe(s),
                s.value("interval", Kind.duration()),
                s.value("down_interval", Kind.duration()),
                s.value("timeout", Kind.duration()),
                s.value("rise", Kind.number(1, 100)),
                s.value("fall", Kind.number(1, 100)));
    }

    private static ProbeConfig probe(Section s) {
        ProbeConfig probe = new ProbeConfig(
                s.value("type", Kind.oneOf("a type of probe", ProbeConfig.Type.class)),
                s.value("path", PATH),
                s.value("method", METHOD),
                s.optional("host", HOST).orElse(null),
                s.values("headers", HEADER),
                s.value("expect", STATUSES),
                s.optional("body", BODY).orElse(null));
        if (probe.type() == ProbeConfig.Type.TCP) {
            HTTP_ONLY.stream()
                    .filter(s::has)
                    .forEach(key ->
                            s.problem(key, "a probe of type tcp has no " + key, "remove it, or write type: http"));
        } else if (probe.body() != null && probe.method().equals("HEAD")) {
            s.problem("body", "an answer to HEAD has no body", "write method: GET, or remove body");
        }
        return probe;
    }

    private static EjectionConfig ejection(Section s) {
        EjectionConfig ejection = new EjectionConfig(
                s.value("enabled", Kind.flag()),
                s.value("consecutive", Kind.number(0, 10_000)),
                s.value("failure_rate", Kind.percentage()),
                s.value("minimum_requests", Kind.number(1, 1_000_000)),
                s.value("window", Kind.duration()),
                s.value("time", Kind.duration()),
                s.value("max_time", Kind.duration()));
        if (ejection.maxTime().compareTo(ejection.time()) < 0) {
            String time = Durations.format(ejection.time());
            String what = "max_time (" + Durations.format(ejection.maxTime()) + ") is shorter than time (" + time + ")";
            s.problem(s.has("max_time") ? "max_time" : "time", what, "write max_time: " + time + " or more");
        }
        return ejection;
    }
}
