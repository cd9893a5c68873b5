package dev.lbctl.balancer.accesslog;

import dev.lbctl.balancer.metrics.Finished;
import dev.lbctl.config.AccessLogConfig;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;

/** Where a line about each finished exchange goes. Traffic never waits for it: what cannot be written is lost, and counted. */
public interface AccessLog extends AutoCloseable {

    /** The log that was asked for. A target that cannot be opened is no error here; it is tried again with every line. */
    static AccessLog open(AccessLogConfig config) {
        return switch (config.format()) {
            case OFF -> new Silence();
            case JSON -> QueuedLog.begin(new JsonFormat(), target(config), System::nanoTime);
            case COMBINED -> QueuedLog.begin(new CombinedFormat(), target(config), System::nanoTime);
        };
    }

    /** Takes a finished exchange. Any thread; never blocks. */
    void accept(Finished exchange);

    /** How many lines were lost up to now. */
    long dropped();

    /** Writes what is waiting, for two seconds at most, and ends. */
    @Override
    void close();

    private static Target target(AccessLogConfig config) {
        Path file = config.file();
        return file == null
                ? new Target.Stream("on standard output", new FileOutputStream(FileDescriptor.out))
                : new LogFile(
                        file, new Rotation(file, config.rotate(), config.keep(), System::nanoTime), System::nanoTime);
    }

    /** No log was asked for. */
    record Silence() implements AccessLog {
        @Override
        public void accept(Finished exchange) {}

        @Override
        public long dropped() {
            return 0;
        }

        @Override
        public void close() {}
    }
}
