package dev.lbctl.launcher.supervisor;

import dev.lbctl.launcher.node.NodeSpec;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A balancer's members on paper: writes down what it is told. */
final class MemberBook implements Membership {
    private final List<String> told = new CopyOnWriteArrayList<>();

    List<String> told() {
        return told;
    }

    @Override
    public CompletableFuture<Void> join(NodeSpec server) {
        return note("join " + server.name() + " " + server.address().port());
    }

    @Override
    public CompletableFuture<Void> expect(String server, Duration within, @Nullable Ending ending) {
        return note((within.isZero() ? "down " : "returns ") + server + (ending == null ? "" : " " + ending.cause()));
    }

    @Override
    public CompletableFuture<Void> drain(String server, Duration limit) {
        return note("drain " + server);
    }

    @Override
    public CompletableFuture<Void> leave(String server) {
        return note("leave " + server);
    }

    @Override
    public CompletableFuture<Void> awaitServing(Set<String> servers, Duration limit) {
        return CompletableFuture.completedFuture(null);
    }

    private CompletableFuture<Void> note(String line) {
        told.add(line);
        return CompletableFuture.completedFuture(null);
    }
}
