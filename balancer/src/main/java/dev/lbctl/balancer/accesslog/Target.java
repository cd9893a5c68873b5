package dev.lbctl.balancer.accesslog;

import java.io.IOException;
import java.io.OutputStream;

/** What lines are written to. Owner: the writer's thread. */
interface Target {

    /** Adds lines, opening what is not open. May take its time. */
    void write(byte[] lines) throws IOException;

    void close();

    /** What a person knows it by. */
    String name();

    /** A stream that belongs to somebody else, and stays open. */
    record Stream(String name, OutputStream stream) implements Target {
        @Override
        public void write(byte[] lines) throws IOException {
            stream.write(lines);
            stream.flush();
        }

        @Override
        public void close() {}
    }
}
