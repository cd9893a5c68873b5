import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** One connection to a backend, served in the mood of the moment. */
final class Service {
    private static final String EMPTY_LINE = "\r\n\r\n";

    private final Socket socket;
    private final String name;
    private final Supplier<Mood> mood;
    private final HttpInput in;
    private final OutputStream out;
    private final ThreadLocalRandom random = ThreadLocalRandom.current();

    Service(Socket socket, String name, Supplier<Mood> mood) throws IOException {
        this.socket = socket;
        this.name = name;
        this.mood = mood;
        this.in = new HttpInput(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    void run() throws IOException {
        for (Head head = nextHead(); head != null; head = nextHead()) {
            if (head.field("expect") != null) {
                write("HTTP/1.1 100 Continue" + EMPTY_LINE);
            }
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            in.readBody(head, body);
            if (head.target().equals("/health")) {
                write("HTTP/1.1 204 No Content" + EMPTY_LINE);
            } else if (!answer(head, new Wanted(head, body.toByteArray()))) {
                return;
            }
        }
    }

    /** Null when the connection is over, be it by this side's mood. */
    private Head nextHead() throws IOException {
        while (true) {
            socket.setSoTimeout(mood.get() == Mood.CLOSING ? random.nextInt(1, 100) : 500);
            try {
                return in.readHead();
            } catch (SocketTimeoutException idle) {
                if (mood.get() == Mood.CLOSING) {
                    return null;
                }
            } finally {
                socket.setSoTimeout(0);
            }
        }
    }

    /** Answers whether the connection goes on. */
    private boolean answer(Head head, Wanted wanted) throws IOException {
        Mood now = mood.get();
        if (wanted.hints()) {
            write("HTTP/1.1 103 Early Hints\r\nX-Id: " + wanted.id() + "\r\nLink: </a.css>; rel=preload" + EMPTY_LINE);
        }
        byte[] bytes = wanted.answer(name, head.method().equals("HEAD"));
        if (now == Mood.RESETTING && random.nextInt(4) == 0) {
            reset(bytes, wanted.headSize());
            return false;
        }
        if (now == Mood.SLOW && random.nextInt(4) == 0) {
            Pause.millis(random.nextInt(50, 800));
            writeSlowly(bytes);
        } else {
            out.write(bytes);
        }
        return !wanted.endsByClose() && !(now == Mood.CLOSING && random.nextInt(3) == 0);
    }

    /** Sends nothing, some of the head, or some of the body, and breaks off. */
    private void reset(byte[] bytes, int headSize) throws IOException {
        int sent =
                switch (random.nextInt(3)) {
                    case 0 -> 0;
                    case 1 -> random.nextInt(headSize);
                    default -> random.nextInt(headSize, bytes.length + 1);
                };
        out.write(Arrays.copyOf(bytes, sent));
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private void writeSlowly(byte[] bytes) throws IOException {
        int piece = bytes.length / 10 + 1;
        for (int from = 0; from < bytes.length; from += piece) {
            out.write(bytes, from, Math.min(piece, bytes.length - from));
            Pause.millis(20);
        }
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
