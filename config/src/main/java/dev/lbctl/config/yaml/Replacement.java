package dev.lbctl.config.yaml;

import java.util.function.UnaryOperator;

/**
 * A value from elsewhere than the text.
 *
 * @param source the flag or variable it comes from
 * @param change makes it of what would be there without it
 * @param otherwise what to do when nothing of the text is replaced by it; empty: what is spelled like it is suggested
 */
public record Replacement(Strength strength, String source, UnaryOperator<String> change, String otherwise) {

    /** Who wins when several replace one value: the last of these. */
    public enum Strength {
        SHORTHAND,
        VARIABLE,
        FLAG
    }

    Replacement then(Replacement stronger) {
        return new Replacement(
                stronger.strength,
                stronger.source,
                before -> stronger.change.apply(change.apply(before)),
                stronger.otherwise);
    }
}
