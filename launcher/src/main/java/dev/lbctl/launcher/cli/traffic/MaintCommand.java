package dev.lbctl.launcher.cli.traffic;

import dev.lbctl.launcher.cli.line.Invocation;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lbctl maint}. */
@Command(
        name = "maint",
        description = "Give backends neither traffic nor probes; what they have goes on to its end.",
        footerHeading = "%nExample:%n",
        footer = {"  lbctl maint server-2", "  lbctl maint server-2 server-3 --for 1h"})
final class MaintCommand implements Callable<Integer> {
    private final Invocation typed;

    @Mixin
    private DutyChange change = new DutyChange();

    MaintCommand(Invocation typed) {
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        return change.apply(typed, "maint");
    }
}
