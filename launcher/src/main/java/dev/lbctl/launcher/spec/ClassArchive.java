package dev.lbctl.launcher.spec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Class-data archives (JEP 310) in the folder {@code cds} beside the program's jar, one for each role. They spare a start most
 * of its class loading; without one, or under another Java than the one that made it, a program starts all the same.
 */
final class ClassArchive {
    /** Set in the environment of the one run whose classes are listed for the archives. */
    private static final String LISTING = "LBCTL_ARCHIVE_CLASSES";
    /**
     * A JVM would complain of an archive that is not its own on standard output; and some, for hardening, move it at each start,
     * which takes longer than most of what it spares, and makes all of its memory the process's own.
     */
    private static final List<String> AS_IT_LIES = List.of(
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0",
            "-Xlog:cds=off",
            "-Xlog:cds+dynamic=off");

    private ClassArchive() {}

    /** The JVM flags that use the role's archive, or list what is to be in it. */
    static List<String> flags(String role) {
        Path folder = Path.of(System.getProperty("java.class.path")).resolveSibling("cds");
        if (System.getenv().containsKey(LISTING)) {
            return List.of("-XX:DumpLoadedClassList=" + folder.resolve(role + ".list"));
        }
        Path archive = folder.resolve(role + ".jsa");
        if (!Files.exists(archive)) {
            return List.of();
        }
        List<String> flags = new ArrayList<>(AS_IT_LIES);
        flags.add("-XX:SharedArchiveFile=" + archive);
        return List.copyOf(flags);
    }
}
