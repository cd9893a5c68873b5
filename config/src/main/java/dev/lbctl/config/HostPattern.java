package dev.lbctl.config;

import java.net.Inet4Address;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which hosts a route takes: one name or IP address, or, as {@code *.example.org}, every name that ends so, with one label or more
 * in place of the asterisk; {@code example.org} itself is none of these.
 *
 * @param name in lower case, without a dot at the end; an IPv6 address in brackets, in its {@linkplain #literal one spelling}
 */
public record HostPattern(String name, boolean wildcard) {
    /** In characters (RFC 1035, section 2.3.4). */
    public static final int LONGEST = 253;

    private static final String LABEL = "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?";
    private static final Pattern NAME = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+");

    /** Reads what {@link #toString} writes, in any case, with or without a dot at the end; IPv6 may do without brackets. */
    public static Optional<HostPattern> parse(String text) {
        if (text.indexOf(':') >= 0) {
            boolean bare = text.charAt(0) != '[';
            return literal(bare ? "[" + text + "]" : text).map(name -> new HostPattern(name, false));
        }
        boolean wildcard = text.startsWith("*.");
        String name = text.substring(wildcard ? 2 : 0).replaceFirst("\\.$", "").toLowerCase(Locale.ROOT);
        boolean good = NUMBERS.matcher(name).matches()
                ? !wildcard && IpLiteral.parse(name).isPresent()
                : name.length() <= LONGEST && NAME.matcher(name).matches();
        return good ? Optional.of(new HostPattern(name, wildcard)) : Optional.empty();
    }

    /** The one spelling of an IPv6 address in brackets, which has many (RFC 4291, section 2.2); empty when it is none. */
    public static Optional<String> literal(String bracketed) {
        if (!bracketed.startsWith("[") || !bracketed.endsWith("]") || bracketed.indexOf(':') < 0) {
            return Optional.empty();
        }
        return IpLiteral.parse(bracketed.substring(1, bracketed.length() - 1))
                .map(address -> (address instanceof Inet4Address ? "[::ffff:" : "[") + address.getHostAddress() + "]");
    }

    @Override
    public String toString() {
        return (wildcard ? "*." : "") + name;
    }
}
