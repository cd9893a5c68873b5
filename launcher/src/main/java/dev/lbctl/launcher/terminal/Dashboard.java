package dev.lbctl.launcher.terminal;

import dev.lbctl.launcher.board.Command;
import dev.lbctl.launcher.board.Input;
import dev.lbctl.launcher.board.Model;
import dev.lbctl.launcher.board.Step;
import dev.lbctl.launcher.board.Update;
import dev.lbctl.launcher.text.Colours;
import dev.lbctl.launcher.text.Look;
import dev.lbctl.launcher.view.View;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/** The loop of {@code lbctl top}: takes inputs, asks {@link Update} what they mean, draws what {@link View} says. */
public final class Dashboard {
    private static final Duration TICK = Duration.ofMillis(500);

    private final Cluster cluster;
    private final InstantSource clock;
    private final ZoneId zone;
    private final boolean readOnly;
    private final BlockingQueue<Input> inputs = new LinkedBlockingQueue<>();

    /** Nothing is asked of the cluster before it is shown; times of day are shown in that zone. */
    public Dashboard(Cluster cluster, InstantSource clock, ZoneId zone, boolean readOnly) {
        this.cluster = cluster;
        this.clock = clock;
        this.zone = zone;
        this.readOnly = readOnly;
    }

    /** Shows the cluster until a key or a signal ends it; the terminal is then as it was before, whatever happened. */
    public void run(Terminal terminal, boolean colour) {
        Endings endings = new Endings(() -> inputs.add(Keyboard.END));
        try (Screen screen = new Screen(terminal);
                Poller poller = new Poller(cluster, clock, inputs::add);
                Changes changes = new Changes(cluster, clock, inputs::add)) {
            terminal.handle(Signal.INT, signal -> inputs.add(Keyboard.END));
            terminal.handle(Signal.WINCH, signal -> inputs.add(new Input.Resized(screen.size())));
            terminal.handle(Signal.CONT, signal -> screen.retake());
            new Keyboard(terminal.reader()).listen(inputs::add);
            poller.start();
            loop(new View(look(terminal, colour), zone), new Parts(screen, poller, changes));
        } finally {
            endings.forget();
        }
    }

    private record Parts(Screen screen, Poller poller, Changes changes) {}

    /** Draws at once what a person does, and what becomes known twice a second at most. */
    private void loop(View view, Parts parts) {
        Model model = Model.initial(parts.screen().size(), clock.instant(), readOnly);
        while (true) {
            parts.poller().watch(model.logOf());
            parts.screen().draw(view.screen(model), model.size());
            long due = System.nanoTime() + TICK.toNanos();
            boolean urgent = false;
            for (boolean heard = false; !urgent && !(heard && due < System.nanoTime()); ) {
                Input input = next(heard ? due - System.nanoTime() : TICK.toNanos());
                if (input != null) {
                    Step step = Update.apply(model.at(clock.instant()), input);
                    if (step.command() instanceof Command.Quit) {
                        return;
                    }
                    obey(step.command(), parts);
                    urgent = !(input instanceof Input.Learned) || isFirst(model, step.model());
                    model = step.model();
                    heard = true;
                }
            }
        }
    }

    private static void obey(Command command, Parts parts) {
        if (command instanceof Command.Change change) {
            parts.changes().begin(change, parts.poller()::lookNow);
        } else if (command instanceof Command.Redraw) {
            parts.screen().retake();
        }
    }

    /** What was waited for is shown at once, too. */
    private static boolean isFirst(Model before, Model after) {
        return before.facts().rows().isEmpty() && !after.facts().rows().isEmpty();
    }

    private @Nullable Input next(long nanos) {
        try {
            return inputs.poll(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Keyboard.END;
        }
    }

    private static Look look(Terminal terminal, boolean colour) {
        Colours colours = Colours.of(terminal.getNumericCapability(Capability.max_colors));
        return new Look(
                colour ? colours : Colours.NONE,
                terminal.outputEncoding().newEncoder().canEncode('█'));
    }
}
