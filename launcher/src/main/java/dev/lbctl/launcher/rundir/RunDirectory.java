package dev.lbctl.launcher.rundir;

import dev.lbctl.balancer.file.PrivateFile;
import dev.lbctl.launcher.log.NodeLog;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where one cluster keeps what must outlive its launcher; readable by its owner alone.
 *
 * @param cluster its name
 * @param path {@code ${XDG_STATE_HOME:-~/.local/state}/lbctl/<cluster>}
 */
public record RunDirectory(String cluster, Path path) {
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");
    private static final Pattern CLUSTER_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,62}");

    /**
     * The directory of a cluster; nothing is created.
     *
     * @throws IllegalArgumentException when no directory can bear that name; the message is for a person
     */
    public static RunDirectory of(String cluster, Map<String, String> environment) {
        if (!CLUSTER_NAME.matcher(cluster).matches()) {
            throw new IllegalArgumentException("\"" + cluster + "\" is no name for a cluster; use 1 to 63 letters, "
                    + "digits, '-', '_' and '.', a letter or digit first");
        }
        String stateHome = environment.getOrDefault("XDG_STATE_HOME", "");
        Path home =
                stateHome.isEmpty() ? Path.of(System.getProperty("user.home"), ".local", "state") : Path.of(stateHome);
        return new RunDirectory(cluster, home.resolve("lbctl").resolve(cluster).toAbsolutePath());
    }

    /** Creates what is missing of it, and closes to others what is there. */
    public void create() throws IOException {
        for (Path directory : List.of(path, nodes().directory(), faults().directory(), logs())) {
            Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(OWNER));
            Files.setPosixFilePermissions(directory, OWNER);
        }
    }

    /** The right to run this cluster; empty when another launcher has it, or when the directory is not there. */
    public Optional<RunLock> lock() throws IOException {
        return Files.isDirectory(path) ? RunLock.take(path.resolve("lock")) : Optional.empty();
    }

    public TokenFile token() {
        return new TokenFile(path.resolve("token"));
    }

    public Path balancerConfig() {
        return path.resolve("balancer.yaml");
    }

    /** Where the balancer keeps what an operator changes while it runs. */
    public Path overrides() {
        return path.resolve("overrides.json");
    }

    /** What sample servers are told. */
    public FaultFiles faults() {
        return new FaultFiles(path.resolve("faults"));
    }

    public ReadyMark ready() {
        return new ReadyMark(path.resolve("ready"));
    }

    public Path logs() {
        return path.resolve("logs");
    }

    /** The launcher's own output, when nobody watches it in a terminal. */
    public NodeLog launcherLog() {
        return log("launcher");
    }

    public NodeLog log(String node) {
        return new NodeLog(logs().resolve(node + ".log"));
    }

    public void writeBalancerConfig(String yaml) throws IOException {
        new PrivateFile(balancerConfig()).write(yaml);
    }

    /** Not there when no cluster runs here, nor ran without being stopped. */
    public Kept<ClusterRecord> clusterRecord() {
        return kept("cluster.json", ClusterRecord.class);
    }

    /** Not there when no cluster runs here, nor ran without being stopped. */
    public Kept<StartLine> startLine() {
        return kept("started.json", StartLine.class);
    }

    /** Not there when nobody asked for other numbers than the configuration's. */
    public Kept<ScaleRecord> scaleRecord() {
        return kept("scale.json", ScaleRecord.class);
    }

    /** Not there when no rolling restart is under way. */
    public Kept<RollingRecord> rollingRecord() {
        return kept("rolling.json", RollingRecord.class);
    }

    public KeptNodes nodes() {
        return new KeptNodes(path.resolve("nodes"));
    }

    /** Removes what only a running cluster has; its logs stay. */
    public void forget() throws IOException {
        clear(nodes().directory());
        clear(faults().directory());
        for (Kept<?> kept : List.of(clusterRecord(), startLine(), scaleRecord(), rollingRecord())) {
            kept.remove();
        }
        for (Path file : List.of(ready().file(), token().file(), balancerConfig(), overrides())) {
            Files.deleteIfExists(file);
        }
    }

    private static void clear(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.json")) {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private <T> Kept<T> kept(String file, Class<T> type) {
        return new Kept<>(path.resolve(file), type);
    }
}
