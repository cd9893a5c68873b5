package dev.lbctl.launcher.spec;

/** A cluster cannot be started; nothing was. The message says what is in the way and where. */
public final class StartRefused extends Exception {
    private final String hint;

    public StartRefused(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    /** What to do next. */
    public String hint() {
        return hint;
    }
}
