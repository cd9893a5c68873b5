package dev.lbctl.launcher.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lbctl ready}. */
@Command(
        name = "ready",
        description = "Let backends take traffic again.",
        footerHeading = "%nExample:%n",
        footer = {"  lbctl ready server-2", "  lbctl ready server-2 --wait           come back when it takes traffic"})
final class ReadyCommand implements Callable<Integer> {
    private final Lbctl lbctl;

    @Mixin
    private DutyChange change = new DutyChange();

    ReadyCommand(Lbctl lbctl) {
        this.lbctl = lbctl;
    }

    @Override
    public Integer call() throws IOException {
        return change.apply(lbctl, "ready");
    }
}
