package dev.lbctl.launcher.terminal;

import dev.lbctl.launcher.board.Input;
import dev.lbctl.launcher.board.Model;
import dev.lbctl.launcher.board.Size;
import dev.lbctl.launcher.board.Update;
import dev.lbctl.launcher.console.Output;
import dev.lbctl.launcher.facts.Glance;
import dev.lbctl.launcher.view.View;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code lbctl top} without a screen: lines, one after the other. Used once, by one thread. */
public final class Pipe {
    private static final Size WIDE = new Size(200, 60);
    private static final int REQUESTS = 20;

    private final Output output;
    private final InstantSource clock;
    private final View view;
    private final Poller poller;
    private Model model;

    /** Times of day are shown in that zone. */
    public Pipe(Cluster cluster, Output output, InstantSource clock, ZoneId zone) {
        this.output = output;
        this.clock = clock;
        this.view = new View(output.look(), zone);
        this.poller = new Poller(cluster, clock, this::learn);
        this.model = Model.initial(WIDE, clock.instant(), true);
    }

    /** Tables once, then a line each time; answers whether at least one side of the cluster gave facts. */
    public boolean lines(@Nullable Duration every) throws InterruptedException {
        return repeat(every, first -> {
            if (first) {
                view.printed(model, REQUESTS).forEach(output::line);
            } else {
                output.line(view.figures(model));
            }
        });
    }

    /** A JSON object on a line each time. */
    public boolean json(@Nullable Duration every) throws InterruptedException {
        return repeat(every, first -> output.jsonLine(Glance.at(clock.instant(), model.facts())));
    }

    /** The names of nodes and backends. */
    public boolean names() throws InterruptedException {
        return repeat(null, first -> model.rows().forEach(row -> output.line(row.name())));
    }

    private interface Writer {
        void write(boolean first);
    }

    /** Once, or again and again until nobody reads any more. */
    private boolean repeat(@Nullable Duration every, Writer writer) throws InterruptedException {
        try (poller) {
            look(writer, true);
            while (every != null && !output.isBroken()) {
                TimeUnit.MILLISECONDS.sleep(every.toMillis());
                look(writer, false);
            }
        }
        return !model.facts().rows().isEmpty();
    }

    private void look(Writer writer, boolean first) {
        poller.once();
        model = model.at(clock.instant());
        writer.write(first);
    }

    private void learn(Input input) {
        model = Update.apply(model, input).model();
    }
}
