package dev.lbctl.launcher.cli;

import dev.lbctl.balancer.api.Version;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

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
        lbctl.output().line(words());
        return 0;
    }

    private static String words() {
        String java = System.getProperty("java.version") + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch");
        return "lbctl " + Version.CURRENT + " (Java " + java + ")";
    }

    /** {@code lbctl --version}. */
    static final class Option implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {words()};
        }
    }
}
