package dev.lbctl.launcher.cli.traffic;

import dev.lbctl.launcher.cli.line.Invocation;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lbctl drain}. */
@Command(
        name = "drain",
        description = "Send backends nothing new; what they have goes on to its end.",
        footerHeading = "%nExample:%n",
        footer = {
            "  lbctl drain server-2 --wait           come back when nothing is under way",
            "  lbctl drain server-2 --for 10m        ready again by itself after ten minutes"
        })
final class DrainCommand implements Callable<Integer> {
    private final Invocation typed;

    @Mixin
    private DutyChange change = new DutyChange();

    DrainCommand(Invocation typed) {
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        return change.apply(typed, "drain");
    }
}
