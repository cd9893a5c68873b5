package dev.lbctl.launcher.cli.node;

import dev.lbctl.config.yaml.Durations;
import dev.lbctl.launcher.api.FaultOrder;
import dev.lbctl.launcher.cli.line.TimeOption;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** How a sample server is to misbehave, and for how long. */
final class FaultOptions {
    @Option(
            names = "--delay",
            paramLabel = "TIME",
            converter = TimeOption.class,
            description = "Answer that much later, up to 60s.")
    private @Nullable Duration delay;

    @Option(
            names = "--errors",
            paramLabel = "SHARE",
            converter = Share.class,
            description = "Answer that share with a 500 instead, e.g. 50%%.")
    private @Nullable Double errors;

    @Option(names = "--hang", description = "Answer nothing, not even probes.")
    private boolean hang;

    @Option(names = "--off", description = "Behave again.")
    private boolean off;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = TimeOption.class,
            description = "How long, up to 10m; 20s when left out.")
    private @Nullable Duration lasts;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** Null when the server is to behave again. */
    @Nullable
    FaultOrder order() {
        boolean fault = delay != null || errors != null || hang;
        if (off == (fault || lasts != null)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "say what is to be wrong: --delay, --errors or --hang; or --off alone, which ends it");
        }
        if (off) {
            return null;
        }
        if (!fault) {
            throw new ParameterException(spec.commandLine(), "--for needs --delay, --errors or --hang");
        }
        return new FaultOrder(text(delay), errors, hang ? true : null, text(lasts));
    }

    private static @Nullable String text(@Nullable Duration time) {
        return time == null ? null : Durations.format(time);
    }

    /** {@code 50%} or {@code 0.5}. */
    static final class Share implements ITypeConverter<Double> {
        private static final Pattern FORM = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]+)?)(%?)");

        @Override
        public Double convert(String text) {
            Matcher form = FORM.matcher(text);
            double share = form.matches()
                    ? Double.parseDouble(form.group(1)) / (form.group(2).isEmpty() ? 1 : 100)
                    : -1;
            if (share < 0 || share > 1) {
                throw new TypeConversionException("\"" + text + "\" is not a share; write 0% to 100%, or 0 to 1");
            }
            return share;
        }
    }
}
