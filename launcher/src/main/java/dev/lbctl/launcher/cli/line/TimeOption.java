package dev.lbctl.launcher.cli.line;

import dev.lbctl.config.yaml.Durations;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Times on the command line have a unit, as in the configuration. */
public final class TimeOption implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        return Durations.parse(text)
                .filter(time -> !time.isZero())
                .orElseThrow(() -> new TypeConversionException(
                        "\"" + text + "\" is not a time; write a number and ms, s, m or h, like 10m"));
    }
}
