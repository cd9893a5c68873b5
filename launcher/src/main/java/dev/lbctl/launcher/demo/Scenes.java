package dev.lbctl.launcher.demo;

import java.util.List;

/** The tour from beginning to end. */
final class Scenes {
    static final int SERVERS = 5;

    private static final Scene LOAD = new Scene(
            "Some load",
            Crowd.CLIENTS + " clients send " + Crowd.RATE
                    + " requests a second, in turn to each server; they go on until the end.",
            List.of("bench --rate " + Crowd.RATE + " --concurrency " + Crowd.CLIENTS + " --duration 1h"),
            ways -> {},
            ways -> true);

    private static final Scene KILL = new Scene(
            "Kill a server",
            "SIGKILL. Requests that it does not answer any more go to another one; it stays down until it is started.",
            List.of("kill server-3"),
            ways -> ways.supervisor().kill("server-3", false),
            ways -> !ways.isFit("server-3"));

    private static final Scene START = new Scene(
            "Have it back",
            "It gets requests again as soon as it answers.",
            List.of("start server-3"),
            ways -> ways.supervisor().start("server-3"),
            ways -> ways.isFit("server-3"));

    private static final Scene CRASH = new Scene(
            "A crash",
            "Nobody asked for this one, so it is started again by itself.",
            List.of("kill --crash server-1"),
            ways -> ways.supervisor().kill("server-1", true),
            ways -> ways.hasRecovered("server-1"));

    private static final Scene DRAIN = new Scene(
            "Set a server aside",
            "It finishes what it has and gets nothing new: now one could look into it in peace.",
            List.of("drain server-2 --wait"),
            ways -> ways.duty("server-2", "drain"),
            ways -> ways.isIdle("server-2"));

    private static final Scene READY = new Scene(
            "Back to work",
            "It gets its share again, at once.",
            List.of("ready server-2"),
            ways -> ways.duty("server-2", "ready"),
            ways -> ways.isFit("server-2"));

    private static final Scene ROLLING = new Scene(
            "Restart them all",
            "One after the other: each drains, ends, starts, and takes traffic again before the next one goes.",
            List.of("restart --rolling"),
            Ways::roll,
            Ways::isRolled);

    private static final Scene ALGORITHM = new Scene(
            "Another algorithm",
            "By weights from now on, and server-1 is to get half of all: as much as the other four.",
            List.of("weight server-1 4", "algorithm weighted"),
            ways -> {
                ways.weight("server-1", 4);
                ways.algorithm("weighted");
            },
            ways -> true);

    static final List<Scene> ALL = List.of(LOAD, KILL, START, CRASH, DRAIN, READY, ROLLING, ALGORITHM);

    private Scenes() {}
}
