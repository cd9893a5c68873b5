package dev.lbctl.launcher.terminal;

import dev.lbctl.launcher.board.Command;
import dev.lbctl.launcher.board.Input;
import dev.lbctl.launcher.board.Notice;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Makes changes in the cluster, off the dashboard's loop, and says what came of them. */
final class Changes implements AutoCloseable {
    private final Cluster cluster;
    private final InstantSource clock;
    private final Consumer<Input> inputs;
    private final ExecutorService inOrder = Executors.newSingleThreadExecutor(Changes::daemon);
    private final ExecutorService beside = Executors.newCachedThreadPool(Changes::daemon);

    Changes(Cluster cluster, InstantSource clock, Consumer<Input> inputs) {
        this.cluster = cluster;
        this.clock = clock;
        this.inputs = inputs;
    }

    /**
     * Begins it; a notice follows when it is done, and then something else is to be done. What concerns nodes may take half
     * a minute and is done beside the rest, which is done one after the other: two weights in a row are not swapped.
     */
    void begin(Command.Change change, Runnable then) {
        ExecutorService thread = change instanceof Command.ToNode ? beside : inOrder;
        thread.execute(() -> {
            inputs.accept(new Input.Noticed(make(change)));
            then.run();
        });
    }

    private Notice make(Command.Change change) {
        try {
            cluster.make(change);
            return new Notice(change.done(), true, clock.instant());
        } catch (RuntimeException e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return new Notice(change.asked() + " failed: " + why, false, clock.instant());
        }
    }

    /** What is under way is left to the cluster. */
    @Override
    public void close() {
        inOrder.shutdownNow();
        beside.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "lbctl-top-change");
        thread.setDaemon(true);
        return thread;
    }
}
