package dev.lbctl.launcher.panel;

import dev.lbctl.launcher.text.Figures;
import dev.lbctl.launcher.text.Look;
import dev.lbctl.launcher.text.Tone;
import org.jline.utils.AttributedString;

/** Figures of traffic, in five characters at most. */
public final class Rates {
    private static final double THOUSAND = 1_000;

    private Rates() {}

    /** {@code 0}, {@code 61.3}, {@code 4321}, {@code 12.3k}. */
    public static String perSecond(double rate) {
        if (rate == 0) {
            return "0";
        }
        return rate < THOUSAND ? Figures.decimal(rate, 1) : Figures.count(Math.round(rate));
    }

    /** Nothing was measured where it is 0. */
    public static AttributedString latency(Look look, double millis) {
        return millis == 0 ? look.text("-", Tone.FAINT) : look.text(Figures.latency(millis), Tone.PLAIN);
    }
}
