package dev.lbctl.launcher.spec;

import dev.lbctl.launcher.node.NodeSpec;
import dev.lbctl.launcher.rundir.RunDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Command lines of our own programs: this Java, this class path, and flags that fit what runs. */
public final class JavaCommand {
    /**
     * No source of locales but the root's own: Jetty asks for every locale there is, which takes a megabyte. The JVM's tables of texts and
     * names are as large as these programs need. The heap is collected before it grows, and given back;
     * what the compilers had of the system goes back within seconds.
     */
    private static final List<String> ALL = List.of(
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UseSerialGC",
            "-XX:MinHeapFreeRatio=20",
            "-XX:MaxHeapFreeRatio=40",
            "-XX:TrimNativeHeapInterval=2000",
            "-Xshare:auto",
            "-XX:+UnlockExperimentalVMOptions",
            "-XX:StringTableSize=8192",
            "-XX:SymbolTableSize=2048",
            "-Djava.locale.providers=SPI");

    /** It keeps the second compiler: the traffic runs through it. */
    private static final List<String> BALANCER_FLAGS =
            with("-Xmx256m", "-Xms28m", "-Xmn12m", "-XX:TrimNativeHeapInterval=10000");

    /** What is called a few times only is not compiled: they start quicker. The balancer would take longer to be at its best. */
    private static final String COMPILE_LATE = "-XX:CompileThresholdScaling=5";

    /** Each thread touches what native code may take of its stack: 40 KB are enough for what a sample server calls. */
    private static final List<String> BACKEND_FLAGS = with(
            "-XX:TieredStopAtLevel=1",
            COMPILE_LATE,
            "-Xss512k",
            "-XX:StackShadowPages=10",
            "-Xms7m",
            "-Xmn2m",
            "-XX:ReservedCodeCacheSize=16m");

    private static final List<String> LAUNCHER_FLAGS =
            with("-XX:TieredStopAtLevel=1", COMPILE_LATE, "-Xmx128m", "-Xms12m", "-Xmn3m");

    private JavaCommand() {}

    /** The launcher, as {@code lbctl} with these arguments. */
    public static List<String> launcher(List<String> arguments) {
        return line("lbctl", LAUNCHER_FLAGS, "dev.lbctl.launcher.cli.Lbctl", arguments);
    }

    static List<String> balancer(RunDirectory directory) {
        List<String> flags = new ArrayList<>(BALANCER_FLAGS);
        if (Runtime.version().feature() >= 22) {
            flags.add("--enable-native-access=ALL-UNNAMED"); // Netty's transport; later Javas warn of it without
        }
        return line(
                "balancer",
                flags,
                "dev.lbctl.balancer.BalancerMain",
                List.of(
                        "--config",
                        directory.balancerConfig().toString(),
                        "--token-file",
                        directory.token().file().toString(),
                        "--overrides",
                        directory.overrides().toString()));
    }

    /**
     * Its name and port are the node's, filled in when it is started.
     *
     * @param memory the most its heap may take, in bytes
     */
    static List<String> sampleServer(RunDirectory directory, long memory) {
        List<String> flags = new ArrayList<>(BACKEND_FLAGS);
        flags.add("-Xmx" + memory);
        return line(
                "backend",
                flags,
                "dev.lbctl.backend.BackendMain",
                List.of(
                        "--name",
                        "{name}",
                        "--port",
                        "{port}",
                        NodeSpec.FAULT_FILE,
                        directory.faults().of("{name}").toString()));
    }

    private static List<String> with(String... own) {
        return Stream.concat(ALL.stream(), Stream.of(own)).toList();
    }

    private static List<String> line(String role, List<String> flags, String main, List<String> arguments) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(flags);
        line.addAll(ClassArchive.flags(role));
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        line.addAll(arguments);
        return List.copyOf(line);
    }
}
