package dev.lbctl.launcher.terminal;

import org.jline.utils.Signals;

/** The signals by which a dashboard is ended from outside; while this is open they ask it to quit. */
final class Endings implements AutoCloseable {
    private final Object term;
    private final Object hup;

    Endings(Runnable quit) {
        term = Signals.register("TERM", quit);
        hup = Signals.register("HUP", quit);
    }

    @Override
    public void close() {
        Signals.unregister("TERM", term);
        Signals.unregister("HUP", hup);
    }
}
