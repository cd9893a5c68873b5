package dev.lbctl.config.file;

import dev.lbctl.config.yaml.Replacement;
import dev.lbctl.config.yaml.Replacement.Strength;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What flags and variables say in place of a file's values, by the key that {@link dev.lbctl.config.yaml.Reading} knows. */
public record Replacements(Map<String, List<Replacement>> byKey) {
    public static final Replacements NONE = new Replacements(Map.of());
    static final String SAMPLE = "POOLS_*_RUN_SAMPLE";
    static final String FIRST_PORT = "POOLS_*_RUN_FIRST_PORT";
    static final String NO_SAMPLES = "it is for sample servers; write run: { sample: 5 } into a pool, or leave it out";

    /** An address that a port may be given for alone. */
    public enum Listening {
        LISTENER,
        ADMIN,
        MANAGEMENT
    }

    /** With a port of that address from a flag. */
    public Replacements port(String flag, Listening where, int port) {
        return with(where + "_ADDRESS", portOf(Strength.FLAG, flag, Integer.toString(port)));
    }

    /** With that many sample servers from a flag. */
    public Replacements samples(String flag, int count) {
        return with(SAMPLE, new Replacement(Strength.FLAG, flag, before -> Integer.toString(count), NO_SAMPLES));
    }

    /** With a first port for sample servers from a flag. */
    public Replacements firstPort(String flag, int port) {
        return with(FIRST_PORT, new Replacement(Strength.FLAG, flag, before -> Integer.toString(port), NO_SAMPLES));
    }

    /** With the file of the configuration watched, by a flag. */
    public Replacements watchConfig(String flag) {
        return with("MANAGEMENT_WATCH_CONFIG", new Replacement(Strength.FLAG, flag, before -> "true", ""));
    }

    static Replacement portOf(Strength strength, String source, String port) {
        return new Replacement(
                strength, source, address -> address.substring(0, address.lastIndexOf(':') + 1) + port, "");
    }

    Replacements with(String key, Replacement replacement) {
        Map<String, List<Replacement>> more = new LinkedHashMap<>(byKey);
        List<Replacement> given = new ArrayList<>(more.getOrDefault(key, List.of()));
        given.add(replacement);
        more.put(key, List.copyOf(given));
        return new Replacements(more);
    }
}
