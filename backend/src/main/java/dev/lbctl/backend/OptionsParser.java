package dev.lbctl.backend;

import dev.lbctl.backend.OptionsParser.Result.HelpAsked;
import dev.lbctl.backend.OptionsParser.Result.Invalid;
import dev.lbctl.backend.OptionsParser.Result.Valid;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Arguments over environment over defaults → options. By hand, because five of these start at once and a parser's classes cost time. */
final class OptionsParser {
    static final String HELP = """
            A sample HTTP server for lbctl.

              --name NAME         what answers call it              SERVER_NAME     server-1
              --port PORT         where it listens, 0 for any       SERVER_PORT     9001
              --host HOST         the address it binds                              127.0.0.1
              --delay TIME        added to every answer, e.g. 50ms  RESPONSE_DELAY  0ms
              --error-rate SHARE  of answers that fail, 0 to 1      ERROR_RATE      0
              --fault-file FILE   looked at for a fault to have for a while         none

            Delay and error rate leave /health, /healthz and /readyz alone.
            """;

    private static final Map<String, String> DEFAULTS = Map.of(
            "--name",
            "server-1",
            "--port",
            "9001",
            "--host",
            "127.0.0.1",
            "--delay",
            "0ms",
            "--error-rate",
            "0",
            "--fault-file",
            "");
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "SERVER_NAME",
            "--name",
            "SERVER_PORT",
            "--port",
            "RESPONSE_DELAY",
            "--delay",
            "ERROR_RATE",
            "--error-rate");
    private static final Pattern TIME = Pattern.compile("(\\d{1,6})(ms|s|m)");

    private OptionsParser() {}

    /** What arguments and environment came to. */
    sealed interface Result {

        /** They can be run. */
        record Valid(BackendOptions options) implements Result {}

        /** They cannot; the problem is one clause that names the offending value. */
        record Invalid(String problem) implements Result {}

        /** {@code --help} was among them. */
        record HelpAsked() implements Result {}
    }

    static Result parse(List<String> arguments, Map<String, String> environment) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            return new HelpAsked();
        }
        Map<String, String> values = new HashMap<>(DEFAULTS);
        ENVIRONMENT.forEach((variable, option) -> {
            String value = environment.getOrDefault(variable, "");
            if (!value.isBlank()) {
                values.put(option, value);
            }
        });
        try {
            readArguments(arguments, values);
            return new Valid(options(values));
        } catch (IllegalArgumentException wrong) {
            return new Invalid(String.valueOf(wrong.getMessage()));
        }
    }

    private static void readArguments(List<String> arguments, Map<String, String> values) {
        for (int i = 0; i < arguments.size(); i++) {
            String[] parts = arguments.get(i).split("=", 2);
            String option = parts[0];
            if (!DEFAULTS.containsKey(option)) {
                throw new IllegalArgumentException("unknown argument '" + option + "'");
            }
            if (parts.length == 1 && i + 1 == arguments.size()) {
                throw new IllegalArgumentException(option + " needs a value");
            }
            values.put(option, parts.length == 2 ? parts[1] : arguments.get(++i));
        }
    }

    private static BackendOptions options(Map<String, String> values) {
        return new BackendOptions(
                name(values.getOrDefault("--name", "")),
                values.getOrDefault("--host", ""),
                port(values.getOrDefault("--port", "")),
                time(values.getOrDefault("--delay", "")),
                share(values.getOrDefault("--error-rate", "")),
                file(values.getOrDefault("--fault-file", "")));
    }

    private static String name(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("the name must not be empty");
        }
        return value;
    }

    private static @Nullable Path file(String value) {
        return value.isEmpty() ? null : Path.of(value);
    }

    private static int port(String value) {
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65535) {
            throw new IllegalArgumentException("port '" + value + "' is not a number from 0 to 65535");
        }
        return Integer.parseInt(value);
    }

    private static Duration time(String value) {
        Matcher matcher = TIME.matcher(value);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("delay '" + value + "' is not a time with its unit, like 50ms or 2s");
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            default -> Duration.ofMinutes(amount);
        };
    }

    private static double share(String value) {
        if (!value.matches("0|1|0?\\.\\d+|[01]\\.0*|0\\.\\d*")) {
            throw new IllegalArgumentException("error rate '" + value + "' is not a share from 0 to 1, like 0.1");
        }
        return Double.parseDouble(value);
    }
}
