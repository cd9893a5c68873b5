package dev.lbctl.launcher.cli;

import dev.lbctl.balancer.api.Version;
import dev.lbctl.launcher.cli.line.OutputFormat;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;

/** {@code lbctl version}. */
@Command(
        name = "version",
        description = "Print the version of lbctl and of the Java that runs it.",
        footerHeading = "%nExample:%n",
        footer = "  lbctl version")
final class VersionCommand implements Callable<Integer> {
    private final Lbctl lbctl;

    @Mixin
    private OutputFormat format = new OutputFormat();

    /** What {@code -o json} prints. */
    record Report(String version, String java, String os, String arch) {}

    VersionCommand(Lbctl lbctl) {
        this.lbctl = lbctl;
    }

    @Override
    public Integer call() {
        switch (format.format()) {
            case json -> lbctl.output().json(report());
            case name -> lbctl.output().line(Version.CURRENT);
            case table -> lbctl.output().line(words());
        }
        return 0;
    }

    private static String words() {
        Report report = report();
        return "lbctl " + report.version() + " (Java " + report.java() + ", " + report.os() + " " + report.arch() + ")";
    }

    private static Report report() {
        return new Report(
                Version.CURRENT,
                System.getProperty("java.version"),
                System.getProperty("os.name"),
                System.getProperty("os.arch"));
    }

    /** {@code lbctl --version}. */
    static final class Option implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {words()};
        }
    }
}
