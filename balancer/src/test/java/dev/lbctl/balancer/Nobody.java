package dev.lbctl.balancer;

import dev.lbctl.balancer.pool.Backend;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Backends that refuse every connection: their ports are held, so that nobody else comes to listen there while the tests run. */
public final class Nobody {
    private static final Queue<Socket> HELD = new ConcurrentLinkedQueue<>();

    private Nobody() {}

    public static Backend called(String name) throws IOException {
        Socket held = new Socket();
        held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        HELD.add(held);
        return new Backend(name, "127.0.0.1", held.getLocalPort());
    }
}
