import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a JVM takes of the machine. Reads /proc and asks by jcmd. */
final class Footprint {
    private static final double TICKS_PER_SECOND = 100;
    private static final String ESTABLISHED = "01";

    private final long pid;

    /** What a JVM's heap and native memory hold, in KiB. */
    record Held(long heap, long direct) {}

    Footprint(long pid) {
        this.pid = pid;
    }

    /** The resident set, in KiB. */
    long resident() throws IOException {
        return number(status(), "VmRSS:\\s+(\\d+)");
    }

    /** The largest the resident set has been, in KiB. */
    long peak() throws IOException {
        return number(status(), "VmHWM:\\s+(\\d+)");
    }

    private String status() throws IOException {
        return Files.readString(proc("status"));
    }

    private Path proc(String file) {
        return Path.of("/proc", Long.toString(pid), file);
    }

    long openFiles() throws IOException {
        try (Stream<Path> files = Files.list(proc("fd"))) {
            return files.count();
        }
    }

    /** Seconds of a core that it has used. */
    double cpuSeconds() throws IOException {
        String stat = Files.readString(proc("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }

    /** How many connections go out to any of these ports, from whomever. */
    static long connectionsTo(Set<Integer> ports) throws IOException {
        return Stream.concat(sockets("tcp"), sockets("tcp6"))
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields[3].equals(ESTABLISHED) && ports.contains(port(fields[2])))
                .count();
    }

    private static Stream<String> sockets(String file) throws IOException {
        return Files.readAllLines(Path.of("/proc/net", file)).stream().skip(1);
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.indexOf(':') + 1), 16);
    }

    /** After a full collection. */
    Held held() throws IOException {
        Path commands = Path.of(System.getProperty("run"), "jcmd");
        Files.writeString(commands, "GC.run\nGC.class_histogram\nVM.native_memory summary\n");
        Process asked = new ProcessBuilder(Proxy.java("jcmd"), Long.toString(pid), "-f", commands.toString()).start();
        String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        long heap = number(said, "(?m)^Total +\\d+ +(\\d+)$") / 1024;
        return new Held(heap, number(said, " Other \\(reserved=(\\d+)KB"));
    }

    private static long number(String text, String expression) throws IOException {
        Matcher found = Pattern.compile(expression).matcher(text);
        if (!found.find()) {
            throw new IOException("no " + expression + " in:\n" + text);
        }
        return Long.parseLong(found.group(1));
    }
}
