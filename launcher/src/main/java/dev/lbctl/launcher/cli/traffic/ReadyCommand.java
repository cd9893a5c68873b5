package dev.lbctl.launcher.cli.traffic;

import dev.lbctl.launcher.cli.line.Invocation;
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
    private final Invocation typed;

    @Mixin
    private DutyChange change = new DutyChange();

    ReadyCommand(Invocation typed) {
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        return change.apply(typed, "ready");
    }
}
