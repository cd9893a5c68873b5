package dev.lbctl.launcher.text;

import java.util.List;
import java.util.Locale;

/** Numbers as a person reads them at a glance: few digits, with a unit. */
public final class Figures {
    private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB");

    private Figures() {}

    /** A count: {@code 950}, {@code 12.3k}, {@code 4.56M}. */
    public static String count(long count) {
        if (count < 10_000) {
            return Long.toString(count);
        }
        if (count < 999_950) {
            return decimal(count / 1e3, 1) + "k";
        }
        return count < 999_950_000 ? decimal(count / 1e6, 2) + "M" : decimal(count / 1e9, 2) + "G";
    }

    /** So many things of a kind: {@code 1 node}, {@code 5 nodes}. */
    public static String counted(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    /** A size: {@code 950 B}, {@code 12.3 KiB}, {@code 456 MiB}. */
    public static String bytes(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= 999.5 && unit < UNITS.size() - 1) {
            size /= 1024;
            unit++;
        }
        return decimal(size, unit == 0 || size >= 99.95 ? 0 : 1) + " " + UNITS.get(unit);
    }

    /** How long something runs: {@code 42s}, {@code 3m07s}, {@code 5h02m}, {@code 4d03h}. */
    public static String uptime(double seconds) {
        long whole = (long) Math.max(0, seconds);
        if (whole < 60) {
            return whole + "s";
        }
        if (whole < 3600) {
            return two(whole / 60, "m", whole % 60, "s");
        }
        return whole < 86_400
                ? two(whole / 3600, "h", whole / 60 % 60, "m")
                : two(whole / 86_400, "d", whole / 3600 % 24, "h");
    }

    /** How long something took: {@code 0.4ms}, {@code 38ms}, {@code 2.1s}. */
    public static String latency(double millis) {
        if (millis < 9.95) {
            return decimal(millis, 1) + "ms";
        }
        return millis < 999.5 ? decimal(millis, 0) + "ms" : decimal(millis / 1e3, 1) + "s";
    }

    /** Of 100: {@code 100 %}, {@code 99.98 %}; 100 only when nothing at all is missing. */
    public static String percent(double percent) {
        if (percent >= 100) {
            return "100 %";
        }
        return decimal(Math.min(99.99, percent), 2) + " %";
    }

    /** A number with that many digits after the point. */
    public static String decimal(double number, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", number);
    }

    private static String two(long big, String bigUnit, long small, String smallUnit) {
        return big + bigUnit + (small < 10 ? "0" : "") + small + smallUnit;
    }
}
