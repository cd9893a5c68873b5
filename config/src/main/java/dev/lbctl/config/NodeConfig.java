package dev.lbctl.config;

import java.nio.file.Path;
import java.util.List;

/**
 * The nodes the launcher starts for a pool, all of the same program.
 *
 * @param program what each of them runs
 * @param copies how many, 1–200
 * @param firstPort the first one's port, 1–65535; the others follow, each at the next free one
 * @param traffic whether they take any; otherwise they are merely kept running, and the balancer does not know the pool
 * @param watch files and directories, absolute; a change has the nodes restarted in turn
 * @param care what stands in the file as {@code ready}, {@code stop} and {@code restart}
 */
public record NodeConfig(
        ProgramConfig program, int copies, int firstPort, boolean traffic, List<Path> watch, CareConfig care) {

    /** Whether these are sample servers. */
    public boolean isSample() {
        return program instanceof ProgramConfig.Sample;
    }

    public NodeConfig withServers(int newCopies, int newFirstPort) {
        return new NodeConfig(program, newCopies, newFirstPort, traffic, watch, care);
    }

    /** The name of a pool's node, by its number from 1 on: {@code server-1} of the pool {@code default}, else {@code POOL-1}. */
    public static String nodeName(String pool, int index) {
        return (pool.equals("default") ? "server" : pool) + "-" + index;
    }
}
