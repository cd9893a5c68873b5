package dev.lbctl.launcher.cli;

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
    private final Lbctl lbctl;

    @Mixin
    private DutyChange change = new DutyChange();

    MaintCommand(Lbctl lbctl) {
        this.lbctl = lbctl;
    }

    @Override
    public Integer call() throws IOException {
        return change.apply(lbctl, "maint");
    }
}
