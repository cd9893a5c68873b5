package dev.lbctl.launcher.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The TCP sockets of this machine on which somebody listens, as far as /proc tells (proc_pid_net(5)).
 *
 * @param ports of each, by the socket as a process's table of open files names it
 */
record ListeningSockets(Map<String, Integer> ports) {
    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    static ListeningSockets now() {
        Map<String, Integer> ports = new HashMap<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            for (String line : lines(Path.of(table))) {
                List<String> columns = List.of(line.strip().split("\\s+"));
                if (columns.size() > INODE && columns.get(STATE).equals(LISTENING)) {
                    String address = columns.get(LOCAL_ADDRESS);
                    int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1), 16);
                    ports.put("socket:[" + columns.get(INODE) + "]", port);
                }
            }
        }
        return new ListeningSockets(ports);
    }

    boolean has(int port) {
        return ports.containsValue(port);
    }

    /** On which ports this process listens; none of a process that is another user's. */
    Set<Integer> of(long pid) {
        Path descriptors = Path.of("/proc", Long.toString(pid), "fd");
        try (DirectoryStream<Path> links = Files.newDirectoryStream(descriptors)) {
            return targets(links).stream()
                    .map(ports::get)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
        } catch (IOException goneOrForeign) {
            return Set.of();
        }
    }

    private static List<String> lines(Path table) {
        try {
            return Files.readAllLines(table);
        } catch (IOException noSuchTable) {
            return List.of();
        }
    }

    private static Set<String> targets(DirectoryStream<Path> links) {
        Set<String> targets = new HashSet<>();
        for (Path link : links) {
            targets.add(target(link));
        }
        return targets;
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }
}
