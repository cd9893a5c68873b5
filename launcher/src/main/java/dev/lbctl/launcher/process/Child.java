package dev.lbctl.launcher.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** A process we look after: one we spawned, or one we adopted from a launcher that is gone. */
public final class Child {
    private static final Optional<Path> SETSID = onPath("setsid");

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
     * Starts a command in a session of its own, so that Ctrl-C in our terminal does not reach it. It writes straight to
     * the end of {@code log}: it outlives us, a pipe to us would not.
     *
     * @param environment added to our own
     * @throws IOException when there is no such program or log directory
     */
    public static Child spawn(List<String> command, Map<String, String> environment, Path log) throws IOException {
        requireProgram(command.get(0));
        List<String> line = new ArrayList<>();
        SETSID.ifPresent(setsid -> line.add(setsid.toString()));
        line.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
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

    /** SIGTERM; nothing when it is gone. */
    public void terminate() {
        handle.destroy();
    }

    /** SIGKILL; nothing when it is gone. */
    public void kill() {
        handle.destroyForcibly();
    }

    /** Asked beforehand, since setsid can always be run. */
    private static void requireProgram(String program) throws IOException {
        boolean there = program.contains("/")
                ? Files.isExecutable(Path.of(program))
                : onPath(program).isPresent();
        if (!there) {
            throw new IOException("there is no program " + program);
        }
    }

    private static Optional<Path> onPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return List.of(path.split(File.pathSeparator)).stream()
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
