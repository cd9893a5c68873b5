package dev.lbctl.balancer.reload;

import dev.lbctl.config.LbConfig;
import dev.lbctl.config.file.ConfigFile;
import dev.lbctl.config.file.ConfigProblem;
import dev.lbctl.config.file.ConfigResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of a configuration nobody is shown: keys called secret, password or token, and the values of fields that carry
 * credentials. A mask stands for them, and in a proposal the mask stands for what is in effect.
 *
 * @param change makes of a secret, and of what is in effect in its place, what shall stand there
 */
public record Mask(BiFunction<String, @Nullable String, String> change) {
    static final String STARS = "********";

    private static final Pattern KEY = Pattern.compile("(?i)(.*_)?(secret|password|token)");
    private static final Pattern FIELD =
            Pattern.compile("(?i).*(authorization|cookie|secret|password|token|api-?key).*");
    private static final Set<String> EDITS = Set.of("set", "add");

    /** The same tree with masks. */
    public static Map<String, Object> hidden(Map<String, Object> tree) {
        return new Mask((secret, present) -> STARS).map("", tree, null);
    }

    /** What was read, with the present secrets in place of their masks. */
    static ConfigResult restored(ConfigResult read, LbConfig now) {
        if (!(read instanceof ConfigResult.Valid valid)
                || !ConfigFile.write(valid.config()).contains(STARS)) {
            return read;
        }
        Mask present = new Mask((secret, had) -> secret.equals(STARS) && had != null ? had : secret);
        Map<String, Object> tree = present.map("", ConfigFile.tree(valid.config()), ConfigFile.tree(now));
        String text = ConfigFile.text(tree);
        return text.contains(STARS) ? stray() : ConfigFile.parse("the configuration", text);
    }

    private static ConfigResult stray() {
        String what = STARS + " stands for a secret, and none is in effect in its place";
        return new ConfigResult.Invalid(
                List.of(new ConfigProblem("the configuration", 0, 0, what, "write the secret itself")));
    }

    private Map<String, Object> map(String key, Map<?, ?> map, @Nullable Object present) {
        Pattern secret = EDITS.contains(key) ? FIELD : KEY;
        Map<String, Object> changed = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            Object had = present instanceof Map<?, ?> other ? other.get(name) : null;
            boolean hides =
                    value instanceof String && secret.matcher(name.toString()).matches();
            changed.put(
                    name.toString(),
                    hides ? change.apply(value.toString(), text(had)) : node(name.toString(), value, had));
        });
        return changed;
    }

    private Object node(String key, Object node, @Nullable Object present) {
        if (node instanceof Map<?, ?> map) {
            return map(key, map, present);
        }
        return node instanceof List<?> list
                ? list.stream().map(item -> item(key, item, present)).toList()
                : node;
    }

    private Object item(String key, Object item, @Nullable Object present) {
        Object had = present instanceof List<?> others
                ? others.stream()
                        .filter(other -> Items.name(other).equals(Items.name(item)))
                        .findFirst()
                        .orElse(null)
                : null;
        if (key.equals("headers")
                && item instanceof String line
                && FIELD.matcher(Items.name(line)).matches()) {
            return Items.name(line) + ": " + change.apply(Items.value(line), had == null ? null : Items.value(had));
        }
        return node(key, item, had);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
