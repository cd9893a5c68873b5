package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.header.Peer;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/** A client's end of an exchange without a connection: what it is sent can be read. */
final class HeardClient implements ClientStream {
    private final Caller caller;
    private final LoopTime time = new LoopTime();
    private final StringBuilder heard = new StringBuilder();

    HeardClient(Peer peer) {
        this.caller = new Caller(peer);
    }

    String heard() {
        return heard.toString();
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public LoopTime time() {
        return time;
    }

    @Override
    public boolean staysOpen() {
        return true;
    }

    @Override
    public void read() {}

    @Override
    public void finish(boolean keepAlive) {
        heard.append(keepAlive ? "(kept)" : "(closed)");
    }

    @Override
    public void abort() {
        heard.append("(broken off)");
    }

    @Override
    public void execute(Runnable task) {
        task.run();
    }

    @Override
    public ByteBuf buffer() {
        return Unpooled.buffer();
    }

    @Override
    public void send(ByteBuf bytes) {
        heard.append(bytes.toString(StandardCharsets.ISO_8859_1));
        bytes.release();
    }

    @Override
    public void flush() {}

    @Override
    public boolean isWritable() {
        return true;
    }

    @Override
    public void pause() {}

    @Override
    public void resume() {}

    @Override
    public void closeOutput(Runnable sent) {
        sent.run();
    }

    @Override
    public void join(Tunnel tunnel) {}
}
