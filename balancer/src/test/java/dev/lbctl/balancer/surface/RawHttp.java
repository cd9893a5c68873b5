package dev.lbctl.balancer.surface;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Sends a request exactly as written and reads one answer with a Content-Length. */
public final class RawHttp {

    public record Answer(int status, List<String> headers, String body) {

        public Optional<String> header(String name) {
            return headers.stream()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst();
        }
    }

    private RawHttp() {}

    public static Answer send(int port, String text) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            int status = Integer.parseInt(in.readLine().split(" ", 3)[1]);
            List<String> headers = in.lines().takeWhile(line -> !line.isEmpty()).toList();
            Answer head = new Answer(status, headers, "");
            int length = head.header("Content-Length").map(Integer::parseInt).orElse(0);
            char[] body = new char[length];
            for (int read = 0; read < length; ) {
                read += in.read(body, read, length - read);
            }
            return new Answer(status, headers, new String(body));
        }
    }
}
