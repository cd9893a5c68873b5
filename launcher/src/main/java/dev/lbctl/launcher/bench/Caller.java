package dev.lbctl.launcher.bench;

import dev.lbctl.launcher.bench.AnswerReader.Progress;
import dev.lbctl.launcher.bench.Plan.Target;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** One connection that asks, waits for the answer, and asks again. Owned by the thread of the {@link Bench}. */
final class Caller {
    private final Target target;
    private final ByteBuffer request;
    private AnswerReader answers;
    private @Nullable SelectionKey key;
    private long due;
    private long paused = Long.MIN_VALUE;
    private boolean busy;

    Caller(Target target) {
        this.target = target;
        this.request = ByteBuffer.wrap(target.message().bytes(target.authority()));
        this.answers = reader();
    }

    /** When its request should have been sent, in {@link System#nanoTime}. */
    long due() {
        return due;
    }

    boolean isBusy() {
        return busy;
    }

    long pausedUntil() {
        return paused;
    }

    void pauseUntil(long time) {
        paused = time;
    }

    int status() {
        return answers.status();
    }

    /** Sends a request, on a connection of its own if there is none. */
    void ask(long when, Selector selector) throws IOException {
        due = when;
        busy = true;
        request.clear();
        SelectionKey kept = key;
        if (kept == null) {
            connect(selector);
        } else {
            write(kept);
        }
    }

    private void connect(Selector selector) throws IOException {
        answers = reader();
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        SelectionKey fresh = channel.register(selector, SelectionKey.OP_CONNECT, this);
        key = fresh;
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        if (channel.connect(target.address())) {
            write(fresh);
        }
    }

    /** Goes on with what the socket is ready for. */
    Progress goOn(SelectionKey ready, ByteBuffer buffer) throws IOException {
        SocketChannel channel = (SocketChannel) ready.channel();
        if (ready.isReadable()) {
            return read(channel, buffer);
        }
        if (ready.isWritable() || channel.finishConnect()) {
            write(ready);
        }
        return Progress.MORE;
    }

    /** Has its answer; the connection is kept if both sides wish it. */
    void rest() {
        busy = false;
        if (!answers.keeps()) {
            hangUp();
        }
    }

    void hangUp() {
        busy = false;
        SelectionKey open = key;
        key = null;
        try {
            if (open != null) {
                open.channel().close();
            }
        } catch (IOException e) {
            // it is gone all the same
        }
    }

    /** The end of a connection that nobody waits for is none of the answer's. */
    private Progress read(SocketChannel channel, ByteBuffer buffer) throws IOException {
        if (channel.read(buffer.clear()) >= 0) {
            return answers.take(buffer.flip());
        }
        Progress end = busy ? answers.end() : Progress.MORE;
        if (end == Progress.MORE) {
            hangUp();
        }
        return end;
    }

    private void write(SelectionKey to) throws IOException {
        ((SocketChannel) to.channel()).write(request);
        to.interestOps(request.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    private AnswerReader reader() {
        return new AnswerReader(target.message().method().equals("HEAD"));
    }
}
