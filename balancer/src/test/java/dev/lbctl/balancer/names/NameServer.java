package dev.lbctl.balancer.names;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A name server on loopback (RFC 1035) that knows IPv4 addresses of names, each for a day. */
final class NameServer implements AutoCloseable {
    private static final int HEADER = 12;
    private static final int TYPE_A = 1;
    private static final int DAY_SECONDS = 86_400;
    private static final int ANSWER = 0x8180;
    private static final int NXDOMAIN = 3;

    private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final Map<String, List<InetAddress>> known = new ConcurrentHashMap<>();

    NameServer() throws IOException {
        Thread thread = new Thread(this::serve, "name-server");
        thread.setDaemon(true);
        thread.start();
    }

    InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    void knows(String name, String... addresses) {
        known.put(name, Stream.of(addresses).map(NameServer::literal).toList());
    }

    private void serve() {
        byte[] buffer = new byte[512];
        try {
            while (true) {
                DatagramPacket question = new DatagramPacket(buffer, buffer.length);
                socket.receive(question);
                byte[] answer = answer(question);
                socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
            }
        } catch (IOException closed) {
            socket.close();
        }
    }

    private byte[] answer(DatagramPacket question) throws IOException {
        byte[] asked = question.getData();
        StringBuilder name = new StringBuilder();
        int at = HEADER;
        while (asked[at] != 0) {
            name.append(name.isEmpty() ? "" : ".").append(new String(asked, at + 1, asked[at], "US-ASCII"));
            at += asked[at] + 1;
        }
        int type = asked[at + 2];
        int end = at + 5;
        List<InetAddress> all = known.get(name.toString());
        List<InetAddress> found = all == null || type != TYPE_A ? List.of() : all;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(asked, 0, 2);
        out.writeShort(all == null ? ANSWER | NXDOMAIN : ANSWER);
        for (int count : new int[] {1, found.size(), 0, 0}) {
            out.writeShort(count);
        }
        out.write(asked, HEADER, end - HEADER);
        for (InetAddress address : found) {
            out.writeShort(0xC000 | HEADER); // the name in the question
            out.writeShort(TYPE_A);
            out.writeShort(1);
            out.writeInt(DAY_SECONDS);
            out.writeShort(4);
            out.write(address.getAddress());
        }
        return bytes.toByteArray();
    }

    private static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
