package dev.lbctl.launcher.terminal;

import org.jline.utils.Signals;

/** The signals by which a dashboard is ended from outside; until they are forgotten they ask it to quit. */
final class Endings {
    private final Object term;
    private final Object hup;

    Endings(Runnable quit) {
        term = Signals.register("TERM", quit);
        hup = Signals.register("HUP", quit);
    }

    /** From now on they do again what they did before. */
    void forget() {
        Signals.unregister("TERM", term);
        Signals.unregister("HUP", hup);
    }
}
