package dev.lbctl.launcher.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lbctl.balancer.api.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged program, run as a person runs it, with a run directory and ports of its own. */
final class Lbctl implements AutoCloseable {

    /** What a command came to. */
    record Result(int exit, String out, String err) {

        JsonNode json() {
            try {
                return Json.lenient().readTree(out);
            } catch (IOException e) {
                throw new AssertionError("no JSON: " + out + err, e);
            }
        }
    }

    private static final int RANGE = 20;

    final int port;
    final int adminPort;
    final int managementPort;
    final int firstPort;
    private final Path state;
    private final Map<String, String> variables = new HashMap<>();

    Lbctl(Path state) throws IOException {
        this(state, freeRange());
    }

    Lbctl(Path state, int first) {
        this.state = state;
        this.port = first;
        this.adminPort = first + 1;
        this.managementPort = first + 2;
        this.firstPort = first + 3;
    }

    /** From now on commands find this in their environment. */
    void variable(String name, String value) {
        variables.put(name, value);
    }

    /** {@code up -d} with our ports. */
    Result up(String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of("up", "-d"));
        words.addAll(ports());
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    /** Flags that tell a cluster our ports. */
    List<String> ports() {
        return List.of(
                "--port",
                "" + port,
                "--admin-port",
                "" + adminPort,
                "--management-port",
                "" + managementPort,
                "--first-port",
                "" + firstPort);
    }

    Result run(String... words) throws IOException {
        Path out = Files.createTempFile(state, "out", "");
        Path err = Files.createTempFile(state, "err", "");
        Process process = start(out, err, words);
        try {
            if (!process.waitFor(100, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(List.of(words) + " hangs: " + Files.readString(out) + Files.readString(err));
            }
            return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    Process start(Path out, Path err, String... words) throws IOException {
        List<String> line = new ArrayList<>(Packaged.words());
        line.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().put("XDG_STATE_HOME", state.toString());
        builder.environment().putAll(variables);
        return builder.start();
    }

    JsonNode status() throws IOException {
        return run("ps", "-o", "json").json();
    }

    JsonNode node(String name) throws IOException {
        return Api.get(managementPort, "/nodes/" + name);
    }

    long pid(String name) throws IOException {
        return node(name).get("pid").asLong();
    }

    /** Every process whose command line names our run directory, or that a node's record tells of. */
    List<Long> pids() throws IOException {
        List<Long> pids = new ArrayList<>();
        JsonNode status = status();
        if (status.hasNonNull("launcher_pid")) {
            pids.add(status.get("launcher_pid").asLong());
        }
        status.get("nodes").forEach(node -> pids.add(node.get("pid").asLong()));
        return pids;
    }

    static void kill9(long pid) {
        ProcessHandle.of(pid)
                .orElseThrow(() -> new AssertionError("no process " + pid))
                .destroyForcibly();
    }

    /** A process that has ended and whose parent has not taken note yet (a zombie) does not run. */
    static boolean runs(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException gone) {
            return false;
        }
    }

    /** Whether nobody listens on any of our ports. */
    boolean portsAreFree() {
        return Stream.iterate(port, next -> next + 1).limit(RANGE).allMatch(Lbctl::isFree);
    }

    String logs() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(state)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".log")).toList()) {
                all.append("== ").append(file).append('\n').append(Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    /** Ends what a failed test left. */
    @Override
    public void close() throws IOException {
        run("down");
    }

    /** The first of twenty ports in a row that are free, below those the system hands out by itself. */
    private static int freeRange() throws IOException {
        for (int tries = 0; tries < 200; tries++) {
            int first = 12_000 + ThreadLocalRandom.current().nextInt(900) * RANGE;
            if (Stream.iterate(first, next -> next + 1).limit(RANGE).allMatch(Lbctl::isFree)) {
                return first;
            }
        }
        throw new IOException("no twenty free ports in a row");
    }

    static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
