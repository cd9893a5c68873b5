import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A backend: answers with bytes that the client can foretell, in the mood that its standard input names; ends when that ends. */
final class SoakBackend {
    private static volatile Mood mood = Mood.GOOD;

    private SoakBackend() {}

    /** @param args its name and its port */
    public static void main(String[] args) throws IOException {
        ServerSocket server = new ServerSocket(Integer.parseInt(args[1]), 1024, InetAddress.getLoopbackAddress());
        Thread acceptor = new Thread(() -> accept(server, args[0]), "accept");
        acceptor.setDaemon(true);
        acceptor.start();
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            mood = Mood.valueOf(order);
        }
    }

    private static void accept(ServerSocket server, String name) {
        while (true) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                Thread served = new Thread(() -> serve(socket, name));
                served.setDaemon(true);
                served.start();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void serve(Socket socket, String name) {
        try (socket) {
            new Service(socket, name, () -> mood).run();
        } catch (IOException left) {
            // The balancer closed or reset the connection.
        }
    }
}
