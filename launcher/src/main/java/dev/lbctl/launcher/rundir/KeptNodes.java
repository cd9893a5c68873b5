package dev.lbctl.launcher.rundir;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** {@code nodes/NAME.json}: every node that was started and not forgotten, running or not. */
public record KeptNodes(Path directory) {

    public void write(NodeRecord node) throws IOException {
        of(node.name()).write(node);
    }

    /** The balancer first. */
    public List<NodeRecord> read() throws IOException {
        List<NodeRecord> records = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.json")) {
                for (Path file : files) {
                    new Kept<>(file, NodeRecord.class).read().ifPresent(records::add);
                }
            }
        }
        records.sort(Comparator.comparing(NodeRecord::role)
                .thenComparing(node -> node.name().length())
                .thenComparing(NodeRecord::name));
        return records;
    }

    /** Removes what is known of a node that the cluster has no more; its log stays. */
    public void forget(String node) throws IOException {
        of(node).remove();
    }

    private Kept<NodeRecord> of(String node) {
        return new Kept<>(directory.resolve(node + ".json"), NodeRecord.class);
    }
}
