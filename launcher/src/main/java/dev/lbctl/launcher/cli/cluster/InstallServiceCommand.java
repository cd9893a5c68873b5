package dev.lbctl.launcher.cli.cluster;

import dev.lbctl.config.LbConfig;
import dev.lbctl.launcher.cli.line.Invocation;
import dev.lbctl.launcher.cluster.Cluster;
import dev.lbctl.launcher.console.ExitCode;
import dev.lbctl.launcher.console.Failure;
import dev.lbctl.launcher.rundir.StartLine;
import dev.lbctl.launcher.spec.JavaCommand;
import dev.lbctl.launcher.systemd.Scope;
import dev.lbctl.launcher.systemd.Unit;
import dev.lbctl.launcher.up.Chosen;
import dev.lbctl.launcher.up.ConfigChoice;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lbctl install-service}: the unit is written and explained; it is a person who has systemd take it. */
@Command(
        name = "install-service",
        description = {
            "Write a systemd unit that keeps a cluster running, from the machine's start on.",
            "It runs lbctl up with the options that are given here, the variables that count here, and in this directory."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  lbctl install-service -f my.yaml --dry-run      look at it",
            "  sudo lbctl install-service -f my.yaml",
            "  lbctl install-service --user --name second -f second.yaml"
        })
final class InstallServiceCommand implements Callable<Integer> {
    /** Set by the start script: where it is itself. */
    private static final String SCRIPT = "lbctl.script";
    /** What programs are found by, and where the run directory lies. */
    private static final List<String> SURROUNDINGS = List.of("PATH", "JAVA_HOME", "XDG_STATE_HOME");

    private static final int FIRST_FREE_PORT = 1024;

    private final Invocation typed;

    @Mixin
    private ConfigChoice choice = new ConfigChoice();

    @Option(names = "--user", description = "For your own systemd, without root: from your login on.")
    private boolean user;

    @Option(
            names = "--run-as",
            paramLabel = "ACCOUNT",
            description = "Whose processes they are, without --user; who called sudo when left out.")
    private @Nullable String account;

    @Option(names = "--dry-run", description = "Only print it; -o - does the same.")
    private boolean dryRun;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write it; where systemd looks for it when left out.")
    private @Nullable Path output;

    @Option(
            names = {"-y", "--yes"},
            description = "Even if that replaces another file.")
    private boolean yes;

    InstallServiceCommand(Invocation typed) {
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        Scope scope = user ? Scope.USER : Scope.SYSTEM;
        Unit unit = unit(scope);
        if (dryRun || Path.of("-").equals(output)) {
            typed.output().data().print(unit.text());
            return 0;
        }
        Path file = output == null ? scope.directory(typed.environment()).resolve(unit.name()) : output;
        if (Files.exists(file) && !Files.readString(file).equals(unit.text()) && !yes) {
            throw new Failure(
                    ExitCode.FAILED,
                    file + " is there already, and is another one",
                    "to replace it: --yes; to see: --dry-run");
        }
        write(file, unit.text());
        tellNext(file, unit);
        return 0;
    }

    private Unit unit(Scope scope) {
        Map<String, String> environment = typed.environment();
        Chosen chosen = choice.chosen(environment);
        LbConfig config = chosen.config();
        Cluster cluster = typed.cluster();
        List<String> arguments =
                cluster.words(StartLine.here("up", choice.arguments(chosen)).words());
        String script = System.getProperty(SCRIPT, "");
        List<String> command = script.isEmpty()
                ? JavaCommand.launcher(arguments)
                : Stream.concat(Stream.of(script), arguments.stream()).toList();
        Map<String, String> needed = new TreeMap<>(environment);
        needed.keySet()
                .retainAll(Stream.concat(SURROUNDINGS.stream(), chosen.variables().stream())
                        .toList());
        String caller = environment.getOrDefault("SUDO_USER", System.getProperty("user.name"));
        boolean low = config.listener().address().port() < FIRST_FREE_PORT;
        Unit.Owner owner = new Unit.Owner(scope, account == null ? caller : account, low);
        return new Unit(cluster.name(), command, needed, Path.of("").toAbsolutePath(), owner);
    }

    private static void write(Path file, String text) throws IOException {
        try {
            Path directory = file.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            Files.writeString(file, text);
        } catch (AccessDeniedException e) {
            throw new Failure(
                    ExitCode.FAILED,
                    "no permission to write " + file,
                    "sudo lbctl install-service ...; or without root, for you alone: --user");
        }
    }

    private void tellNext(Path file, Unit unit) {
        Scope scope = unit.owner().scope();
        typed.output().say("wrote " + file + "; next:");
        typed.output().say("  " + scope.systemctl() + " daemon-reload");
        typed.output().say("  " + scope.systemctl() + " enable --now " + unit.name());
        typed.output()
                .say("then " + scope.systemctl() + " status " + unit.name() + " tells how it goes, and "
                        + typed.cluster().command("ps") + " as ever");
        if (scope == Scope.USER) {
            typed.output().say("to have it run while you are not logged in: loginctl enable-linger");
        } else {
            typed.output()
                    .say("what follows is " + unit.owner().account()
                            + "'s: lbctl ps and the like are typed by that account");
        }
    }
}
