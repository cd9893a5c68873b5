package dev.lbctl.config.file;

import dev.lbctl.config.file.Replacements.Listening;
import dev.lbctl.config.yaml.Reading;
import dev.lbctl.config.yaml.Replacement;
import dev.lbctl.config.yaml.Replacement.Strength;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the environment says in place of a file's values. Every value has a variable: {@code LBCTL_}, and its path in capitals with
 * {@code _} between the words, like {@code LBCTL_POOLS_DEFAULT_ALGORITHM}; some have a short one besides, for containers. Empty ones
 * count as not set.
 */
public final class Variables {
    private static final Pattern SETTING =
            Pattern.compile(Reading.PREFIX + "((LISTENER|ADMIN|MANAGEMENT|POOLS|ROUTES)_.+)");
    /** What Kubernetes sets for a service that happens to be called lbctl. */
    private static final Pattern FOREIGN = Pattern.compile(".*_SERVICE_(HOST|PORT.*)|.*_PORT_[0-9]+_(TCP|UDP).*");

    private static final Pattern ADDRESS_OF_A_SERVICE = Pattern.compile("(tcp|udp)://.*");

    private Variables() {}

    public static Replacements in(Map<String, String> environment) {
        Replacements replacements = Replacements.NONE;
        for (Map.Entry<String, String> each : new TreeMap<>(environment).entrySet()) {
            String value = each.getValue();
            if (!value.isEmpty() && !isForeign(each.getKey(), value)) {
                replacements = with(replacements, each.getKey(), value);
            }
        }
        return replacements;
    }

    private static boolean isForeign(String name, String value) {
        return FOREIGN.matcher(name).matches()
                || ADDRESS_OF_A_SERVICE.matcher(value).matches();
    }

    private static Replacements with(Replacements all, String name, String value) {
        return switch (name) {
            case "PROXY_PORT", "LBCTL_PORT" -> port(all, Listening.LISTENER, name, value);
            case "ADMIN_PORT", "LBCTL_ADMIN_PORT" -> port(all, Listening.ADMIN, name, value);
            case "MANAGEMENT_PORT", "LBCTL_MANAGEMENT_PORT" -> port(all, Listening.MANAGEMENT, name, value);
            case "BACKENDS", "LBCTL_BACKENDS" -> backends(all, name, value);
            case "LBCTL_FIRST_PORT" ->
                all.with(Replacements.FIRST_PORT, shorthand(name, value, Replacements.NO_SAMPLES));
            case "LBCTL_ALGORITHM" -> all.with("POOLS_*_ALGORITHM", shorthand(name, value, ""));
            default ->
                SETTING.matcher(name).matches()
                        ? all.with(name.substring(Reading.PREFIX.length()), variable(name, value))
                        : all;
        };
    }

    private static Replacements port(Replacements all, Listening where, String name, String value) {
        return all.with(where + "_ADDRESS", Replacements.portOf(Strength.SHORTHAND, name, value));
    }

    /** How many sample servers, or the URLs of servers that run already. */
    private static Replacements backends(Replacements all, String name, String value) {
        return value.matches("[0-9]+")
                ? all.with(Replacements.SAMPLE, shorthand(name, value, Replacements.NO_SAMPLES))
                : all.with(
                        "POOLS_DEFAULT_BACKENDS",
                        shorthand(name, value, "it is for the pool default; write LBCTL_POOLS_NAME_BACKENDS"));
    }

    private static Replacement shorthand(String name, String value, String otherwise) {
        return new Replacement(Strength.SHORTHAND, name, before -> value, otherwise);
    }

    private static Replacement variable(String name, String value) {
        return new Replacement(Strength.VARIABLE, name, before -> value, "");
    }
}
