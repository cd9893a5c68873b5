package dev.lbctl.launcher.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** A process we look after: one we spawned, or one we adopted from a launcher that is gone. */
public final class Child {
    private static final Optional<Path> SETSID = Program.onPath("setsid", System.getenv());

    private static final Executor NEXT_LOOK = CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS);

    private final ProcessHandle handle;
    private final Identity identity;
    private final CompletableFuture<Exit> exit;

    private Child(ProcessHandle handle, Identity identity, CompletableFuture<Exit> exit) {
        this.handle = handle;
        this.identity = identity;
        this.exit = exit;
    }

    /**
     * Starts a program in a session of its own, so that Ctrl-C in our terminal does not reach it, and what it starts can be
     * signalled with it. It writes straight to the end of its log: it outlives us, a pipe to us would not.
     *
     * @throws IOException when there is no such program, directory, or log directory
     */
    public static Child spawn(Program program) throws IOException {
        program.requireThere();
        List<String> line = new ArrayList<>();
        SETSID.ifPresent(setsid -> line.add(setsid.toString()));
        line.addAll(program.command());
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(
                        program.directory() == null ? null : program.directory().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(program.log().toFile()));
        builder.environment().remove("NOTIFY_SOCKET"); // ours: a program that is ready does not make us so
        builder.environment().putAll(program.environment());
        Process process = builder.start();
        CompletableFuture<Exit> exit = process.onExit().thenApply(ended -> new Exit(ended.exitValue()));
        return new Child(process.toHandle(), Identity.of(process.toHandle()), exit);
    }

    /** Takes over a process that still runs; empty when it does not. */
    public static Optional<Child> adopt(Identity identity) {
        return identity.find().map(handle -> {
            CompletableFuture<Exit> exit = new CompletableFuture<>();
            watch(identity, exit);
            return new Child(handle, identity, exit);
        });
    }

    /** Looks often: the JDK looks at a process that is no child of ours every few seconds only, and takes a zombie for alive. */
    private static void watch(Identity identity, CompletableFuture<Exit> exit) {
        if (identity.find().isEmpty()) {
            exit.complete(new Exit(null));
        } else {
            NEXT_LOOK.execute(() -> watch(identity, exit));
        }
    }

    public Identity identity() {
        return identity;
    }

    public long pid() {
        return handle.pid();
    }

    /** Completes once the process is gone, on a thread of the JDK's. */
    public CompletableFuture<Exit> exit() {
        return exit;
    }

    /** SIGTERM for it and what it has started; nothing when all of it is gone. */
    public void terminate() {
        signal("TERM");
    }

    /** SIGKILL for it and what it has started; nothing when all of it is gone. */
    public void kill() {
        signal("KILL");
    }

    /** A signal by its name, e.g. {@code INT}, for it and what it has started; nothing when all of it is gone. */
    public void signal(String name) {
        group().signal(name);
    }

    ProcessGroup group() {
        return new ProcessGroup(handle.pid());
    }
}
