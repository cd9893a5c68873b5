package dev.lbctl.launcher.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged program as the start script runs it: with archives of its classes, which the first who asks for it makes. */
public final class Packaged {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path JAR = TARGET.resolve("lbctl.jar");
    private static final Path ARCHIVE = TARGET.resolve("cds/lbctl.jsa");

    private static final List<String> PLAIN = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            JAR.toString(),
            "dev.lbctl.launcher.cli.Lbctl");

    private Packaged() {}

    /** The words that start it, with these options of Java, up to its own arguments. */
    public static synchronized List<String> words(String... options) throws IOException {
        if (!Files.exists(ARCHIVE)
                || Files.getLastModifiedTime(ARCHIVE).compareTo(Files.getLastModifiedTime(JAR)) < 0) {
            archive();
        }
        List<String> words = new ArrayList<>(PLAIN);
        words.addAll(1, List.of("-Xlog:cds=off", "-Xlog:cds+dynamic=off", "-XX:SharedArchiveFile=" + ARCHIVE));
        words.addAll(1, List.of(options));
        return words;
    }

    /** One short run of everything; each process leaves an archive when it ends. */
    private static void archive() throws IOException {
        Files.createDirectories(ARCHIVE.getParent());
        Files.deleteIfExists(ARCHIVE);
        run(
                "up",
                "-d",
                "--backends",
                "1",
                "--port",
                "0",
                "--admin-port",
                "0",
                "--management-port",
                "0",
                "--first-port",
                "20000");
        run("ps");
        run("down");
    }

    private static void run(String... words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(PLAIN.stream(), Stream.of(words)).toList())
                .redirectErrorStream(true)
                .redirectOutput(TARGET.resolve("cds/log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "LBCTL_ARCHIVE_CLASSES",
                        "1",
                        "XDG_STATE_HOME",
                        TARGET.resolve("cds/state").toString()));
        try {
            Process process = builder.start();
            if (!process.waitFor(100, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionError(List.of(words) + ": " + Files.readString(TARGET.resolve("cds/log")));
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
