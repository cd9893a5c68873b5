package dev.lbctl.launcher.console;

/** A command cannot do what it was asked. The message says what is wrong, and where; it may have several lines. */
public final class Failure extends RuntimeException {
    private final ExitCode code;
    private final String hint;

    /** The hint says what to type next; it may be empty. */
    public Failure(ExitCode code, String message, String hint) {
        super(message, null, false, false);
        this.code = code;
        this.hint = hint;
    }

    public ExitCode code() {
        return code;
    }

    public String hint() {
        return hint;
    }
}
