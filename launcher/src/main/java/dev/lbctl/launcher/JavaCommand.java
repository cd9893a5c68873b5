package dev.lbctl.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of our own programs: this Java, this class path, and flags that fit what runs. */
final class JavaCommand {
    private static final String BALANCER_MAIN = "dev.lbctl.balancer.BalancerMain";
    private static final String BACKEND_MAIN = "dev.lbctl.backend.BackendMain";
    /** It keeps the second compiler: the traffic runs through it. */
    private static final List<String> BALANCER_FLAGS = List.of("-XX:+UseSerialGC", "-Xmx256m", "-Xshare:auto");
    /** Small and quick to start, since there are many. */
    private static final List<String> BACKEND_FLAGS =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx64m", "-Xss512k", "-Xshare:auto");

    private JavaCommand() {}

    static List<String> balancer(Path config, Path token) {
        return line(
                BALANCER_FLAGS,
                BALANCER_MAIN,
                List.of("--config", config.toString(), "--token-file", token.toString()));
    }

    /** Its port is the node's, filled in when it is started. */
    static List<String> sampleServer(String name) {
        return line(BACKEND_FLAGS, BACKEND_MAIN, List.of("--name", name, "--port", "$PORT"));
    }

    private static List<String> line(List<String> flags, String main, List<String> arguments) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(flags);
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        line.addAll(arguments);
        return List.copyOf(line);
    }
}
