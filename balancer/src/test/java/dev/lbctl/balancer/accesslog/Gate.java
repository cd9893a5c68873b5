package dev.lbctl.balancer.accesslog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** A stream whose writers wait until it is opened. */
final class Gate extends OutputStream {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final CountDownLatch open = new CountDownLatch(1);
    private final CountDownLatch awaited = new CountDownLatch(1);

    void open() {
        open.countDown();
    }

    void awaitWriter() throws InterruptedException {
        awaited.await();
    }

    long lines() {
        return written.toString(StandardCharsets.US_ASCII).lines().count();
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        awaited.countDown();
        try {
            open.await();
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
        written.write(bytes, offset, length);
    }
}
