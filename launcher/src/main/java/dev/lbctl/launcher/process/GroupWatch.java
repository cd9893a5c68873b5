package dev.lbctl.launcher.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Tells when nothing of a process group runs any more. A thread of its own looks, once for all who wait. */
public final class GroupWatch {
    private static final long LOOK_MS = 25;
    /** How long the thread stays when nobody waits. */
    private static final long LINGER_MS = 1000;

    private final ScheduledThreadPoolExecutor looks = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "group-watch");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Wait> waits = new ArrayList<>();

    public GroupWatch() {
        looks.setKeepAliveTime(LINGER_MS, TimeUnit.MILLISECONDS);
        looks.allowCoreThreadTimeOut(true);
    }

    private record Wait(ProcessGroup group, CompletableFuture<Void> empty) {}

    /** Completes when neither the child nor anything it has started and left in its group runs, on this watch's thread. */
    public CompletableFuture<Void> empty(Child child) {
        CompletableFuture<Void> empty = new CompletableFuture<>();
        looks.execute(() -> {
            waits.add(new Wait(child.group(), empty));
            if (waits.size() == 1) {
                looks.execute(this::look);
            }
        });
        return empty;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // whoever waits is told by its own future
    private void look() {
        Set<ProcessGroup> running = ProcessGroup.running();
        List<Wait> over =
                waits.stream().filter(wait -> !running.contains(wait.group())).toList();
        waits.removeAll(over);
        over.forEach(wait -> wait.empty().complete(null));
        if (!waits.isEmpty()) {
            looks.schedule(this::look, LOOK_MS, TimeUnit.MILLISECONDS);
        }
    }
}
