package dev.lbctl.launcher.supervisor;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;

/** A node for tests: a process that does what its script, the second argument, says; the first is its port. */
public final class ScriptedNode {

    private ScriptedNode() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println("script: " + arguments[1]);
        switch (arguments[1]) {
            case "serve", "sample" -> serve(Integer.parseInt(arguments[0]));
            case "stubborn" -> {
                Runtime.getRuntime().addShutdownHook(new Thread(ScriptedNode::waitForever));
                serve(Integer.parseInt(arguments[0]));
            }
            case "exit" -> System.exit(3);
            default -> waitForever();
        }
    }

    private static void serve(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/health", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    private static void waitForever() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
