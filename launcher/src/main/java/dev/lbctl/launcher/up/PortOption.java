package dev.lbctl.launcher.up;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A port on the command line. */
final class PortOption implements ITypeConverter<Integer> {
    private static final int LAST = 65_535;

    @Override
    public Integer convert(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > LAST) {
            throw new TypeConversionException(
                    "\"" + text + "\" is not a port; write 1 to 65535, or 0 for any that is free");
        }
        return Integer.valueOf(text);
    }
}
