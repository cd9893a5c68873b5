package dev.lbctl.launcher.reload;

import dev.lbctl.launcher.event.EventRing;
import dev.lbctl.launcher.node.NodeRole;
import dev.lbctl.launcher.node.NodeView;
import dev.lbctl.launcher.rundir.NodeRecord;
import dev.lbctl.launcher.rundir.RunDirectory;
import dev.lbctl.launcher.rundir.ScaleRecord;
import dev.lbctl.launcher.supervisor.Supervisor;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has what an earlier launcher left go by the configuration that this one was started with: the balancer, the number of nodes,
 * and what they run.
 */
final class CatchUp {
    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);

    private final InForce inForce;
    private final RunDirectory directory;
    private final Supervisor supervisor;
    private final EventRing events;
    private final Switchover switchover;

    CatchUp(InForce inForce, Reload.Parts parts, Switchover switchover) {
        this.inForce = inForce;
        this.directory = parts.directory();
        this.supervisor = parts.supervisor();
        this.events = parts.events();
        this.switchover = switchover;
    }

    /** Waits for a rolling restart that the earlier launcher had begun. */
    void run() {
        if (!Calm.await(supervisor)) {
            return;
        }
        try {
            switchover
                    .renew(tooMany(), outdated())
                    .ifPresent(failed -> events.tell("reload_refused", null, "adopted: " + failed.words()));
        } catch (IOException e) {
            LOG.warn("what the adopted nodes run is not known: they go on as they are", e);
        }
    }

    /** The numbers of nodes that are configured, of pools that have more, and not since a person wanted so. */
    private Map<String, Integer> tooMany() throws IOException {
        Map<String, Long> present = supervisor.nodes().join().stream()
                .filter(node -> node.spec().pool() != null)
                .collect(
                        Collectors.groupingBy(node -> String.valueOf(node.spec().pool()), Collectors.counting()));
        Set<String> wanted = directory
                .scaleRecord()
                .read()
                .map(ScaleRecord::copies)
                .orElse(Map.of())
                .keySet();
        Map<String, Integer> copies = new HashMap<>(NodeChanges.copies(inForce.config()));
        copies.entrySet()
                .removeIf(pool ->
                        wanted.contains(pool.getKey()) || present.getOrDefault(pool.getKey(), 0L) <= pool.getValue());
        return copies;
    }

    private List<String> outdated() throws IOException {
        Map<String, NodeRecord> records =
                directory.nodes().read().stream().collect(Collectors.toMap(NodeRecord::name, record -> record));
        return supervisor.nodes().join().stream()
                .filter(node -> node.spec().role() != NodeRole.BALANCER)
                .filter(node -> runsSomethingElse(node, records))
                .map(NodeView::name)
                .toList();
    }

    private static boolean runsSomethingElse(NodeView node, Map<String, NodeRecord> records) {
        NodeRecord record = records.get(node.name());
        return record != null
                && record.program() != null
                && !record.program().equals(node.spec().program().digest());
    }
}
