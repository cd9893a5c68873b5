import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A backend's process, which can be killed, stalled and put into a mood. */
final class Origin implements AutoCloseable {
    private final String name;
    private final int port;
    private Process process;
    private volatile boolean closed;

    Origin(String name) throws IOException {
        this.name = name;
        this.port = Proxy.freePort();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    String name() {
        return name;
    }

    int port() {
        return port;
    }

    /** Starts it and waits until it listens. */
    synchronized void start() throws IOException {
        if (closed) {
            return;
        }
        process = new ProcessBuilder(
                        Proxy.java("java"), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx64m", "-Xss256k", "-Xshare:auto",
                        "-cp", System.getProperty("java.class.path"), "SoakBackend", name, Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(Path.of(System.getProperty("run"), name + ".log").toFile())
                .start();
        while (process.isAlive() && !listens()) {
            Pause.millis(50);
        }
        if (!process.isAlive()) {
            throw new IOException(name + " did not start on port " + port);
        }
    }

    private boolean listens() {
        try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return probe.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    synchronized void be(Mood mood) throws IOException {
        OutputStream orders = process.getOutputStream();
        orders.write((mood + "\n").getBytes(StandardCharsets.US_ASCII));
        orders.flush();
    }

    /** Sends it SIGSTOP or SIGCONT. */
    synchronized void signal(String name) throws IOException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    }

    /** Ends it with SIGKILL. */
    synchronized void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (process != null) {
            kill();
        }
    }
}
