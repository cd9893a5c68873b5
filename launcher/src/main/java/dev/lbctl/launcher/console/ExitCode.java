package dev.lbctl.launcher.console;

/** What a command tells the shell. */
public enum ExitCode {
    OK(0),
    FAILED(1),
    /** A wrong word on the command line or in the configuration. */
    USAGE(2),
    NOT_RUNNING(3),
    TIMED_OUT(4);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
