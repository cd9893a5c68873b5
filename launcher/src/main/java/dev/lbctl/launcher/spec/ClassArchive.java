package dev.lbctl.launcher.spec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Class-data archives (JEP 350) in the folder {@code cds} beside the program's jar, one for each role. They spare a start most
 * of its class loading; without one, or under another Java than the one that made it, a program starts all the same.
 */
final class ClassArchive {
    /** Set in the environment of the one run that makes the archives. */
    private static final String MAKING = "LBCTL_ARCHIVE_CLASSES";
    /** A JVM would complain of an archive that is not its own on standard output. */
    private static final List<String> QUIET = List.of("-Xlog:cds=off", "-Xlog:cds+dynamic=off");

    private ClassArchive() {}

    /** The JVM flags that use the role's archive, or make it. */
    static List<String> flags(String role) {
        Path archive = Path.of(System.getProperty("java.class.path"))
                .resolveSibling("cds")
                .resolve(role + ".jsa");
        boolean making = System.getenv().containsKey(MAKING);
        if (!making && !Files.exists(archive)) {
            return List.of();
        }
        List<String> flags = new ArrayList<>(QUIET);
        flags.add((making ? "-XX:ArchiveClassesAtExit=" : "-XX:SharedArchiveFile=") + archive);
        return List.copyOf(flags);
    }
}
