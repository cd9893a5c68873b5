package dev.lbctl.launcher.up;

import dev.lbctl.launcher.Launcher;
import dev.lbctl.launcher.console.Output;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jline.utils.Signals;

/** SIGHUP: somebody wants the configuration read again, or else the terminal is gone, and with it whoever watched the cluster. */
final class Hangup {
    private static final String SIGNAL = "SIGHUP";
    private static final long GRACE_MS = 500;
    private static final String TERMINAL = "/dev/tty";

    private final Output output;
    private final Launcher launcher;

    Hangup(Output output, Launcher launcher) {
        this.output = output;
        this.launcher = launcher;
    }

    void await() {
        Signals.register("HUP", this::heard);
    }

    /** Whoever closes a terminal may send the signal first. */
    private void heard() {
        if (output.isTerminal()) {
            CompletableFuture.delayedExecutor(GRACE_MS, TimeUnit.MILLISECONDS).execute(this::heardInTerminal);
        } else {
            launcher.reload(SIGNAL);
        }
    }

    private void heardInTerminal() {
        if (terminalIsGone()) {
            launcher.shutdown();
        } else {
            launcher.reload(SIGNAL);
        }
    }

    private static boolean terminalIsGone() {
        try (FileInputStream terminal = new FileInputStream(TERMINAL)) {
            return terminal.getFD() == null;
        } catch (IOException gone) {
            return true;
        }
    }
}
