package dev.lbctl.launcher.cli;

import dev.lbctl.balancer.api.Version;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code lbctl version}. */
@Command(
        name = "version",
        description = "Print the version of lbctl and of the Java that runs it.",
        footerHeading = "%nExample:%n",
        footer = "  lbctl version")
final class VersionCommand implements Callable<Integer> {
    private final Lbctl lbctl;

    VersionCommand(Lbctl lbctl) {
        this.lbctl = lbctl;
    }

    @Override
    public Integer call() {
        String java = System.getProperty("java.version") + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch");
        lbctl.output().line("lbctl " + Version.CURRENT + " (Java " + java + ")");
        return 0;
    }
}
