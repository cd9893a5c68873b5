package dev.lbctl.launcher.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packaged program as the start script runs it: with archives of its classes, which the first who asks for it makes. */
public final class Packaged {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path JAR = TARGET.resolve("lbctl.jar");
    private static final Path CDS = TARGET.resolve("cds");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private Packaged() {}

    /** The words that start it, with these options of Java, up to its own arguments. */
    public static synchronized List<String> words(String... options) throws IOException {
        if (!Files.exists(CDS) || Files.getLastModifiedTime(CDS).compareTo(Files.getLastModifiedTime(JAR)) < 0) {
            archive();
        }
        List<String> words = new ArrayList<>(List.of(
                JAVA, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:CompileThresholdScaling=5", "-Xshare:auto"));
        words.addAll(List.of(
                "-XX:+IgnoreUnrecognizedVMOptions", "-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0"));
        words.addAll(
                List.of("-Xlog:cds=off", "-Xlog:cds+dynamic=off", "-XX:SharedArchiveFile=" + CDS.resolve("lbctl.jsa")));
        words.addAll(List.of(options));
        words.addAll(List.of("-cp", JAR.toString(), "dev.lbctl.launcher.cli.Lbctl"));
        return words;
    }

    /** Without them all works, only slower. */
    private static void archive() throws IOException {
        Path log = Files.createTempFile(TARGET, "archive", ".log");
        Path state = Files.createTempDirectory(TARGET, "archive");
        Process making = new ProcessBuilder("./archive-classes", JAVA, JAR.toString(), state.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (making.waitFor() != 0) {
                System.err.println("SKIPPED: archives of classes, without which tests take longer; see " + log);
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
