package dev.lbctl.launcher.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The process that listens on a port, as far as /proc lets this user see.
 *
 * @param command its command line, shortened
 */
public record PortHolder(long pid, String command) {
    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final int SHOWN = 80;

    /** Who listens on this TCP port on whichever address; empty when nobody does or it belongs to another user. */
    public static Optional<PortHolder> of(int port) {
        Set<String> sockets = new HashSet<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            sockets.addAll(listeningSockets(Path.of(table), port));
        }
        return sockets.isEmpty()
                ? Optional.empty()
                : ProcessHandle.allProcesses()
                        .filter(process -> holdsOneOf(process.pid(), sockets))
                        .findFirst()
                        .map(process -> new PortHolder(process.pid(), shortened(process.pid())));
    }

    @Override
    public String toString() {
        return "pid " + pid + " (" + command + ")";
    }

    private static Set<String> listeningSockets(Path table, int port) {
        Set<String> sockets = new HashSet<>();
        String suffix = ":%04X".formatted(port);
        try {
            for (String line : Files.readAllLines(table)) {
                List<String> columns = List.of(line.strip().split("\\s+"));
                if (columns.size() > INODE
                        && columns.get(STATE).equals(LISTENING)
                        && columns.get(LOCAL_ADDRESS).endsWith(suffix)) {
                    sockets.add("socket:[" + columns.get(INODE) + "]");
                }
            }
        } catch (IOException noSuchTable) {
            return Set.of();
        }
        return sockets;
    }

    private static boolean holdsOneOf(long pid, Set<String> sockets) {
        Path descriptors = Path.of("/proc", Long.toString(pid), "fd");
        try (DirectoryStream<Path> links = Files.newDirectoryStream(descriptors)) {
            for (Path link : links) {
                if (sockets.contains(target(link))) {
                    return true;
                }
            }
            return false;
        } catch (IOException goneOrForeign) {
            return false;
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    private static String shortened(long pid) {
        String line = commandLine(pid).replaceAll("[\\s\0]+", " ").strip();
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
