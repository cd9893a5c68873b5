package dev.lbctl.config.yaml;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The constants of an enum as an operator writes them: {@code ROUND_ROBIN} is {@code round_robin}. */
public final class Words {

    private Words() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Every constant by its word, in the order of the enum. */
    public static <E extends Enum<E>> Map<String, E> of(Class<E> type) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            words.put(of(constant), constant);
        }
        return words;
    }
}
