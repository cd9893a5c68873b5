package dev.lbctl.launcher.supervisor;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.lbctl.config.Address;
import dev.lbctl.config.LbConfig;
import dev.lbctl.config.RestartPolicy;
import dev.lbctl.config.StopConfig;
import dev.lbctl.config.file.ConfigFile;
import dev.lbctl.launcher.client.BalancerClient;
import dev.lbctl.launcher.event.EventRing;
import dev.lbctl.launcher.node.Answer;
import dev.lbctl.launcher.node.NodeRole;
import dev.lbctl.launcher.node.NodeSpec;
import dev.lbctl.launcher.node.NodeView;
import dev.lbctl.launcher.node.StartResult;
import dev.lbctl.launcher.process.Child;
import dev.lbctl.launcher.process.PortPicker;
import dev.lbctl.launcher.process.Program;
import dev.lbctl.launcher.reload.InForce;
import dev.lbctl.launcher.reload.Reload;
import dev.lbctl.launcher.reload.Source;
import dev.lbctl.launcher.rundir.RunDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A supervisor over scripted nodes: real processes, each a small JVM. */
public final class TestCluster implements AutoCloseable {
    static final String SHELL = "sh:";

    /** So a balancer and one server start at once, and the others after them. */
    private static final int CORES = 2;

    /** The care of a node that has to be killed: it is waited for no longer than a test likes to. */
    static final NodeSpec.Care STUBBORN = new NodeSpec.Care(
            new StopConfig(StopConfig.Signal.TERM, Duration.ofSeconds(2)), RestartPolicy.ALWAYS, Duration.ZERO);

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final MemberBook members = new MemberBook();
    private final EventRing events = new EventRing(InstantSource.system());
    private final List<List<String>> balancerConfigs = new CopyOnWriteArrayList<>();
    private final RunDirectory directory;
    private final Supervisor supervisor;

    /** The first script is the balancer's, the others are those of server-1 onwards. */
    public TestCluster(Path home, String... scripts) throws IOException {
        directory = RunDirectory.of("test", Map.of("XDG_STATE_HOME", home.toString()));
        directory.create();
        List<NodeSpec> specs = new ArrayList<>();
        for (String script : scripts) {
            specs.add(spec(specs.isEmpty() ? "balancer" : "server-" + specs.size(), script));
        }
        supervisor = new Supervisor(
                specs,
                new Surroundings(
                        directory,
                        members,
                        events,
                        CORES,
                        present -> balancerConfigs.add(
                                present.stream().map(NodeSpec::name).toList()),
                        InstantSource.system()));
    }

    private NodeSpec spec(String name, String script) {
        return script.startsWith(SHELL) ? shell(name, script.substring(SHELL.length())) : scripted(name, script);
    }

    /** A program in the shell, that is ready when it listens and may take a while to end, but not long. */
    private NodeSpec shell(String name, String text) {
        String[] parts =
                text.startsWith("never:") ? new String[] {"never", text.substring(6)} : new String[] {"always", text};
        return new NodeSpec(
                name,
                text.contains("$PORT") || text.contains("exit") || text.contains("mute")
                        ? NodeRole.SERVER
                        : NodeRole.WORKER,
                "default",
                new Program(
                        List.of("/bin/sh", "-c", parts[1]),
                        directory.path(),
                        Map.of(),
                        directory.log(name).path()),
                PortPicker.resolve(new Address("127.0.0.1", 0)),
                new NodeSpec.Health(null, null, Duration.ofSeconds(parts[1].contains("mute") ? 3 : 15)),
                new NodeSpec.Care(
                        new StopConfig(StopConfig.Signal.INT, Duration.ofMillis(300)),
                        Objects.requireNonNull(RestartPolicy.byKey().get(parts[0])),
                        Duration.ZERO));
    }

    private NodeSpec scripted(String name, String script) {
        return new NodeSpec(
                name,
                name.equals("balancer") ? NodeRole.BALANCER : NodeRole.SERVER,
                name.equals("balancer") ? null : "default",
                new Program(
                        List.of(
                                script.equals("absent") ? "/no/such/program" : JAVA,
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ScriptedNode.class.getName(),
                                "{port}",
                                script,
                                script.equals("sample") ? NodeSpec.FAULT_FILE : ""),
                        null,
                        Map.of(),
                        directory.log(name).path()),
                PortPicker.resolve(new Address("127.0.0.1", 0)),
                new NodeSpec.Health(null, "/health", Duration.ofSeconds(script.equals("mute") ? 1 : 15)),
                script.equals("stubborn") ? STUBBORN : NodeSpec.Care.USUAL);
    }

    /** A node's process as a launcher that is gone has left it. */
    Child orphan(String name) throws IOException {
        NodeSpec spec = node(name).spec();
        return Child.spawn(spec.toRun());
    }

    StartResult launch(Map<String, Child> survivors) {
        return answer(supervisor.launch(survivors));
    }

    /** Starts the nodes and waits for the outcome. */
    public StartResult launch() {
        return launch(Map.of());
    }

    public Supervisor supervisor() {
        return supervisor;
    }

    public EventRing events() {
        return events;
    }

    public RunDirectory directory() {
        return directory;
    }

    /** By a configuration that nothing here is started by, and no balancer to tell of it. */
    public Reload reload() {
        LbConfig config = ConfigFile.defaults();
        return new Reload(
                Source.typed(config),
                new InForce(config, config, directory),
                new Reload.Parts(directory, supervisor, events),
                () -> new BalancerClient(new Address("127.0.0.1", 1), "no token"));
    }

    List<String> told() {
        return members.told();
    }

    List<List<String>> balancerConfigs() {
        return balancerConfigs;
    }

    List<String> eventTypes(String node) {
        return events.after(0, 1000).stream()
                .filter(one -> node.equals(one.event().subject()))
                .map(one -> one.event().type())
                .toList();
    }

    NodeView node(String name) {
        return answer(supervisor.nodes()).stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    ProcessHandle process(String name) {
        Long pid = node(name).pid();
        if (pid == null) {
            throw new IllegalStateException(name + " has no process");
        }
        return ProcessHandle.of(pid).orElseThrow();
    }

    NodeView done(CompletableFuture<Answer> command) {
        Answer answer = answer(command);
        if (answer instanceof Answer.Done done) {
            return done.node();
        }
        throw new AssertionError("not done: " + answer);
    }

    static <T> T answer(CompletableFuture<T> future) {
        return future.orTimeout(30, SECONDS).join();
    }

    @Override
    public void close() {
        answer(supervisor.shutdownNow().thenApply(ended -> true));
    }
}
