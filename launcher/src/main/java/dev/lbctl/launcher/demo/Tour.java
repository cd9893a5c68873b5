package dev.lbctl.launcher.demo;

import dev.lbctl.launcher.Launcher;
import dev.lbctl.launcher.bench.Result;
import dev.lbctl.launcher.cluster.Cluster;
import dev.lbctl.launcher.console.ExitCode;
import dev.lbctl.launcher.console.Failure;
import dev.lbctl.launcher.event.EventRing.Numbered;
import java.io.IOException;
import java.util.List;

/** Shows, on a cluster that serves, what a cluster does, and counts all the while. */
final class Tour {
    private static final int EVENTS = 8;
    private static final int LAST = 3;
    /** Each scene sees this many requests at least, so that its figures say something. */
    private static final int REQUESTS = 100;
    /** In steps of the narrator's. */
    private static final int PATIENCE = 600;

    private final Narrator narrator;
    private final Launcher launcher;
    private final Ways ways;
    private final Crowd crowd;
    private final Seen beginning;

    Tour(Narrator narrator, Launcher launcher, Cluster cluster) throws IOException {
        this.narrator = narrator;
        this.launcher = launcher;
        this.ways = new Ways(cluster.supervisor(), cluster.balancer());
        this.crowd = new Crowd(cluster.running().listener());
        this.beginning = new Seen(0, 0, 0, crowd.seen(ways.balancer()).backends());
    }

    /** Returns when all was shown, or the thread interrupted. */
    void show(List<Scene> scenes) {
        try {
            for (int i = 0; i < scenes.size(); i++) {
                show(i + 1, scenes.get(i));
            }
        } catch (RuntimeException e) {
            if (!Thread.currentThread().isInterrupted()) {
                throw e;
            }
        }
    }

    private void show(int number, Scene scene) {
        narrator.title(number, scene.title());
        narrator.tell(scene.words());
        narrator.pause();
        scene.typed().forEach(command -> narrator.typed("lbctl " + command));
        long event = launcher.events().lastNumber();
        Seen before = crowd.seen(ways.balancer());
        scene.deed().accept(ways);
        watch(scene, before);
        tell(launcher.events().after(event, Integer.MAX_VALUE));
        narrator.figures(crowd.seen(ways.balancer()).since(before));
        narrator.pause();
    }

    /** How it began and how it ended; what came between when that is much, a person may look up. */
    private void tell(List<Numbered> events) {
        int left = Math.max(0, events.size() - EVENTS);
        int first = left == 0 ? events.size() : EVENTS - LAST;
        narrator.events(events.subList(0, first));
        if (left > 0) {
            narrator.tell("  ... and " + left + " more: lbctl events");
        }
        narrator.events(events.subList(first + left, events.size()));
    }

    /** Goes on looking until the scene has come to its end and has been seen for a while. */
    private void watch(Scene scene, Seen before) {
        int left = narrator.longerSteps() + 1;
        for (int i = 0; left > 0; i++) {
            if (i == PATIENCE) {
                throw new Failure(
                        ExitCode.TIMED_OUT,
                        "\"" + scene.title() + "\" did not come to its end within a minute",
                        "the machine may be busy; once more: lbctl demo");
            }
            Seen now = crowd.seen(ways.balancer()).since(before);
            narrator.live("  " + now.counts());
            left -= scene.done().test(ways) && now.answered() >= REQUESTS ? 1 : 0;
            narrator.step();
        }
        narrator.live("");
    }

    /** Everything from the beginning on; no request is sent any more. */
    Seen end() {
        Thread.interrupted(); // or no call would be made
        Seen last = crowd.seen(ways.balancer());
        Result result = crowd.end();
        return new Seen(result.answered(), result.failed(), last.retried(), last.backends()).since(beginning);
    }
}
