package dev.lbctl.launcher.up;

import dev.lbctl.launcher.Launcher;
import dev.lbctl.launcher.console.Output;
import java.io.FileInputStream;
import java.io.IOException;
import org.jline.utils.Signals;

/** SIGHUP: somebody wants the configuration read again, or else the terminal is gone, and with it whoever watched the cluster. */
final class Hangup {
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

    private void heard() {
        if (output.isTerminal() && terminalIsGone()) {
            launcher.shutdown();
        } else {
            launcher.reload("SIGHUP");
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
