package dev.lbctl.launcher.cli;

import dev.lbctl.balancer.api.Version;
import dev.lbctl.launcher.manual.ManPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lbctl man}: for builds and packagers. */
@Command(
        name = "man",
        hidden = true,
        description = "Write the man pages into a directory.",
        footerHeading = "%nExample:%n",
        footer = "  lbctl man ~/.local/share/man/man1")
final class ManCommand implements Callable<Integer> {
    private final Lbctl lbctl;

    @Parameters(paramLabel = "DIRECTORY", description = "It is made if it is not there.")
    private Path directory = Path.of(".");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ManCommand(Lbctl lbctl) {
        this.lbctl = lbctl;
    }

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(directory);
        for (ManPage page : ManPage.of(spec.root(), Version.CURRENT)) {
            Files.writeString(directory.resolve(page.name() + ".1"), page.text());
        }
        lbctl.output().say("wrote them to " + directory);
        return 0;
    }
}
