package dev.lbctl.launcher.cli;

import dev.lbctl.balancer.api.Event;
import dev.lbctl.balancer.api.StatusReport;
import dev.lbctl.launcher.api.ClusterStatus;
import dev.lbctl.launcher.api.UsageReport;
import dev.lbctl.launcher.client.BalancerClient;
import dev.lbctl.launcher.client.EventStream;
import dev.lbctl.launcher.client.SupervisorClient;
import dev.lbctl.launcher.cluster.Cluster;
import dev.lbctl.launcher.console.ExitCode;
import dev.lbctl.launcher.console.Output;
import dev.lbctl.launcher.terminal.Dashboard;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine.Command;

/** {@code lbctl top}. */
@Command(
        name = "top",
        description = "Watch the cluster in the terminal, with keys to kill and start nodes.",
        footerHeading = "%nExample:%n",
        footer = {"  lbctl top", "  lbctl top | cat    the facts once, as text; so it is with TERM=dumb"})
final class TopCommand implements Callable<Integer> {
    private final Lbctl lbctl;

    TopCommand(Lbctl lbctl) {
        this.lbctl = lbctl;
    }

    @Override
    public Integer call() throws IOException {
        Cluster cluster = lbctl.cluster();
        Output output = lbctl.output();
        Dashboard dashboard = new Dashboard(
                new Reached(cluster.supervisor(), cluster.balancer()), InstantSource.system(), ZoneId.systemDefault());
        if (output.isTerminal()) {
            try (Terminal terminal = terminal()) {
                if (!terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
                    dashboard.run(terminal, output.look().colour());
                    return ExitCode.OK.number();
                }
            }
        }
        boolean answered =
                dashboard.snapshot(new PrintWriter(output.data(), false, Output.charset()), Output.charset());
        return (answered ? ExitCode.OK : ExitCode.FAILED).number();
    }

    /** The one a person sits at; a dumb one when keys cannot be read or lines cannot be placed. */
    private static Terminal terminal() throws IOException {
        return TerminalBuilder.builder()
                .system(true)
                .systemOutput(TerminalBuilder.SystemOutput.SysOut)
                .encoding(Output.charset())
                .dumb(true)
                .build();
    }

    /** The cluster through its two APIs. */
    private record Reached(SupervisorClient supervisor, BalancerClient balancer) implements Dashboard.Cluster {

        @Override
        public ClusterStatus status() {
            return supervisor.status();
        }

        @Override
        public UsageReport usage() {
            return supervisor.usage();
        }

        @Override
        public StatusReport report() {
            return balancer.status();
        }

        @Override
        public void follow(Consumer<Event> events) {
            try (EventStream stream = supervisor.events()) {
                stream.each("event", Event.class, events);
            }
        }

        @Override
        public void act(Dashboard.Action action, String node) {
            switch (action) {
                case KILL -> supervisor.kill(node, false);
                case START -> supervisor.start(node);
                case RESTART -> supervisor.restart(node);
                case STOP -> supervisor.stop(node);
            }
        }
    }
}
