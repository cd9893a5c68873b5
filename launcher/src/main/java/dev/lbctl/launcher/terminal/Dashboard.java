package dev.lbctl.launcher.terminal;

import dev.lbctl.balancer.api.StatusReport;
import dev.lbctl.launcher.api.ClusterStatus;
import dev.lbctl.launcher.api.UsageReport;
import dev.lbctl.launcher.terminal.Update.Effect;
import dev.lbctl.launcher.terminal.Update.Step;
import dev.lbctl.launcher.text.Look;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/** The loop of {@code lbctl top}: takes events, asks {@link Update} what they mean, draws what {@link View} says. */
public final class Dashboard {
    private static final Model.Size PIPE = new Model.Size(200, 20);
    private static final long REDRAW_MILLIS = 500;

    /**
     * The cluster as the dashboard reaches it. Every method may block for seconds and is called from several threads;
     * an unchecked exception says in its message what went wrong, and ends nothing.
     */
    public interface Cluster {
        /** What the launcher says. */
        ClusterStatus status();

        /** What the launcher says of what its nodes take of the machine. */
        UsageReport usage();

        /** What the balancer says. */
        StatusReport report();

        /** Hands over the cluster's events as they come, the last ones first; returns when the launcher has no more. */
        void follow(Consumer<dev.lbctl.balancer.api.Event> events);

        /** Does that to a node and returns when it is done. */
        void act(Action action, String node);
    }

    /** What a person may do to a node. */
    public enum Action {
        KILL("kill", "killed"),
        START("start", "started"),
        RESTART("restart", "restarted"),
        STOP("stop", "stopped");

        final String verb;
        final String done;

        Action(String verb, String done) {
            this.verb = verb;
            this.done = done;
        }
    }

    private final Cluster cluster;
    private final InstantSource clock;
    private final ZoneId zone;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    /** Nothing is asked of the cluster before it is shown; times of day are shown in that zone. */
    public Dashboard(Cluster cluster, InstantSource clock, ZoneId zone) {
        this.cluster = cluster;
        this.clock = clock;
        this.zone = zone;
    }

    /** Shows the cluster until a key or a signal ends it; the terminal is then as it was before, whatever happened. */
    public void run(Terminal terminal, boolean colour) {
        Object term = Signals.register("TERM", this::quit);
        Object hup = Signals.register("HUP", this::quit);
        try (Screen screen = new Screen(terminal);
                Poller poller = new Poller(cluster, clock, events::add)) {
            terminal.handle(Signal.INT, signal -> quit());
            terminal.handle(Signal.WINCH, signal -> events.add(new Event.Resized(screen.size())));
            readKeys(screen.keys());
            poller.start();
            loop(screen, poller, new View(look(colour, terminal.outputEncoding()), zone));
        } finally {
            Signals.unregister("TERM", term);
            Signals.unregister("HUP", hup);
        }
    }

    /** Writes the facts once, as plain text; answers whether at least one side of the cluster gave any. */
    public boolean snapshot(PrintWriter out, Charset charset) {
        Model model = Model.initial(PIPE, clock.instant());
        try (Poller poller = new Poller(cluster, clock, events::add)) {
            model = Update.apply(model, poller.askLauncher()).model();
            model = Update.apply(model, poller.askBalancer()).model();
        }
        new View(look(false, charset), zone).snapshot(model.at(clock.instant())).forEach(out::println);
        out.flush();
        return !model.facts().rows().isEmpty();
    }

    private void loop(Screen screen, Poller poller, View view) {
        Model model = Model.initial(screen.size(), clock.instant());
        while (true) {
            screen.draw(view.screen(model), model.size());
            Event event = next();
            model = model.at(clock.instant());
            for (; event != null; event = events.poll()) {
                Step step = Update.apply(model, event);
                model = step.model();
                if (step.effect() instanceof Effect.Quit) {
                    return;
                }
                if (step.effect() instanceof Effect.Act act) {
                    poller.act(act.action(), act.node());
                }
            }
        }
    }

    private @Nullable Event next() {
        try {
            return events.poll(REDRAW_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Event.Pressed(Event.Key.QUIT);
        }
    }

    private void readKeys(Supplier<Event.Key> keys) {
        Thread reader = new Thread(
                () -> {
                    Event.Key key;
                    do {
                        key = keys.get();
                        events.add(new Event.Pressed(key));
                    } while (key != Event.Key.QUIT);
                },
                "lbctl-top-keys");
        reader.setDaemon(true);
        reader.start();
    }

    private static Look look(boolean colour, Charset charset) {
        return new Look(colour, charset.newEncoder().canEncode('█'));
    }

    private void quit() {
        events.add(new Event.Pressed(Event.Key.QUIT));
    }
}
