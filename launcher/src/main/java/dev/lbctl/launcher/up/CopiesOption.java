package dev.lbctl.launcher.up;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How many copies of a program, on the command line. */
final class CopiesOption implements ITypeConverter<Integer> {
    private static final int MOST = 200;

    @Override
    public Integer convert(String text) {
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
            throw new TypeConversionException("\"" + text + "\" is not how many copies; write 1 to " + MOST);
        }
        return Integer.valueOf(text);
    }
}
