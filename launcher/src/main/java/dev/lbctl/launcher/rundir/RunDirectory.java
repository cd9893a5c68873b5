package dev.lbctl.launcher.rundir;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where one cluster keeps what must outlive its launcher; readable by its owner alone.
 *
 * @param cluster its name
 * @param path {@code ${XDG_STATE_HOME:-~/.local/state}/lbctl/<cluster>}
 */
public record RunDirectory(String cluster, Path path) {
    private static final Pattern CLUSTER_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,62}");
    private static final int TOKEN_BYTES = 32;

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

    public void create() throws IOException {
        for (Path directory : List.of(path, nodes(), faults().directory(), logs())) {
            PrivateFiles.directory(directory);
        }
    }

    /** The right to run this cluster; empty when another launcher has it, or when the directory is not there. */
    public Optional<RunLock> lock() throws IOException {
        return Files.isDirectory(path) ? RunLock.take(path.resolve("lock")) : Optional.empty();
    }

    public Path token() {
        return path.resolve("token");
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

    /** The token of this cluster: the one that is there, as what still runs knows it, or else a new one. */
    public String createToken() throws IOException {
        Optional<String> present = readToken();
        if (present.isPresent()) {
            return present.get();
        }
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        String created = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        PrivateFiles.write(token(), created + "\n");
        return created;
    }

    public Optional<String> readToken() throws IOException {
        try {
            return Optional.of(Files.readString(token()).strip()).filter(text -> !text.isEmpty());
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    public void writeBalancerConfig(String yaml) throws IOException {
        PrivateFiles.write(balancerConfig(), yaml);
    }

    public void write(ClusterRecord cluster) throws IOException {
        PrivateFiles.write(clusterFile(), RecordJson.write(cluster));
    }

    public void write(StartLine line) throws IOException {
        PrivateFiles.write(startFile(), RecordJson.write(line));
    }

    /** Empty when no cluster runs here, nor ran without being stopped. */
    public Optional<StartLine> startLine() throws IOException {
        return RecordJson.read(startFile(), StartLine.class);
    }

    public void write(NodeRecord node) throws IOException {
        PrivateFiles.write(nodes().resolve(node.name() + ".json"), RecordJson.write(node));
    }

    /** Empty when no cluster runs here, nor ran without being stopped. */
    public Optional<ClusterRecord> clusterRecord() throws IOException {
        return RecordJson.read(clusterFile(), ClusterRecord.class);
    }

    /** Every node that was started and not forgotten, running or not, the balancer first. */
    public List<NodeRecord> nodeRecords() throws IOException {
        List<NodeRecord> records = new ArrayList<>();
        if (Files.isDirectory(nodes())) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(nodes(), "*.json")) {
                for (Path file : files) {
                    RecordJson.read(file, NodeRecord.class).ifPresent(records::add);
                }
            }
        }
        records.sort(Comparator.comparing(NodeRecord::role)
                .thenComparing(node -> node.name().length())
                .thenComparing(NodeRecord::name));
        return records;
    }

    public void write(ScaleRecord scale) throws IOException {
        PrivateFiles.write(scaleFile(), RecordJson.write(scale));
    }

    /** Empty when nobody asked for other numbers than the configuration's. */
    public Optional<ScaleRecord> scaleRecord() throws IOException {
        return RecordJson.read(scaleFile(), ScaleRecord.class);
    }

    public void write(RollingRecord rolling) throws IOException {
        PrivateFiles.write(rollingFile(), RecordJson.write(rolling));
    }

    /** Empty when no rolling restart is under way. */
    public Optional<RollingRecord> rollingRecord() throws IOException {
        return RecordJson.read(rollingFile(), RollingRecord.class)
                .filter(record -> !record.left().isEmpty());
    }

    /** Removes what is known of a node that the cluster has no more; its log stays. */
    public void forget(String node) throws IOException {
        Files.deleteIfExists(nodes().resolve(node + ".json"));
    }

    /** Removes what only a running cluster has; its logs stay. */
    public void forget() throws IOException {
        clear(nodes());
        clear(faults().directory());
        for (Path file : List.of(
                clusterFile(),
                startFile(),
                ready().file(),
                token(),
                balancerConfig(),
                overrides(),
                scaleFile(),
                rollingFile())) {
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

    private Path scaleFile() {
        return path.resolve("scale.json");
    }

    private Path rollingFile() {
        return path.resolve("rolling.json");
    }

    private Path startFile() {
        return path.resolve("started.json");
    }

    private Path clusterFile() {
        return path.resolve("cluster.json");
    }

    private Path nodes() {
        return path.resolve("nodes");
    }
}
