package dev.lbctl.launcher.cli.look;

import dev.lbctl.balancer.api.Event;
import dev.lbctl.launcher.api.EventList;
import dev.lbctl.launcher.cli.line.Invocation;
import dev.lbctl.launcher.cli.line.OutputFormat;
import dev.lbctl.launcher.client.EventStream;
import dev.lbctl.launcher.client.SupervisorClient;
import dev.lbctl.launcher.console.EventLine;
import dev.lbctl.launcher.console.Output;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lbctl events}. */
@Command(
        name = "events",
        description = "Show what happened, and why: what launcher and balancer told, in the order of time.",
        footerHeading = "%nExample:%n",
        footer = {"  lbctl events -f", "  lbctl events -o json | jq 'select(.type == \"down\")'       one event a line"
        })
final class EventsCommand implements Callable<Integer> {
    private final Invocation typed;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what happens, until Ctrl-C or the end of the cluster.")
    private boolean follow;

    @Mixin
    private LinesOption lines = new LinesOption();

    @Mixin
    private OutputFormat format = new OutputFormat();

    EventsCommand(Invocation typed) {
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        SupervisorClient supervisor = typed.cluster().supervisor();
        Consumer<Event> printer = printer(typed.output());
        EventList past = supervisor.pastEvents();
        latest(past.events()).forEach(printer);
        if (follow) {
            try (EventStream stream = supervisor.eventsAfter(past.lastId())) {
                follow(stream, printer);
            }
            if (!typed.output().isBroken()) {
                typed.output().say("lbctl: the launcher has ended, and tells no more");
            }
        }
        return 0;
    }

    private List<Event> latest(List<Event> events) {
        return events.stream()
                .sorted(Comparator.comparing(Event::time))
                .skip(Math.max(0, events.size() - lines.count()))
                .toList();
    }

    /** The stream has a message every second at least, so that a reader who has gone is noticed. */
    private void follow(EventStream stream, Consumer<Event> printer) {
        Optional<EventStream.Message> message = stream.next();
        while (message.isPresent() && !typed.output().isBroken()) {
            message.filter(one -> one.name().equals("event"))
                    .flatMap(one -> one.as(Event.class))
                    .ifPresent(printer);
            message = stream.next();
        }
    }

    private Consumer<Event> printer(Output output) {
        return switch (format.format()) {
            case json -> output::jsonLine;
            case name -> event -> output.line(event.type());
            case table -> new EventLine(output, ZoneId.systemDefault())::print;
        };
    }
}
