import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/** One client: asks in every way, one after the other, at a steady pace, and has each answer judged. Owner: its thread. */
final class Visitor {
    private static final int TINY_WINDOW = 4096;

    private final String name;
    private final int port;
    private final Judge judge;
    private final Tally tally;
    private final ThreadLocalRandom random = ThreadLocalRandom.current();
    private ClientWire wire;
    private long asked;

    Visitor(String name, int port, Judge judge, Tally tally) {
        this.name = name;
        this.port = port;
        this.judge = judge;
        this.tally = tally;
    }

    /** Asks once. */
    void ask() throws IOException {
        if (wire == null || !wire.isUsable()) {
            leave();
            wire = new ClientWire(port, 0);
        }
        Way way = Way.pick(random);
        switch (way) {
            case GET_SMALL -> exchange(way, Call.get(id(), random.nextInt(1000), length()));
            case GET_LARGE -> exchange(way, Call.get(id(), random.nextInt(1000, 200_000), end()));
            case HEAD -> exchange(way, new Call("HEAD", id(), random.nextInt(10_000), length(), false, false));
            case PUT -> exchange(way, Call.upload("PUT", id(), random.nextInt(200_000), length()));
            case POST -> exchange(way, Call.upload("POST", id(), random.nextInt(20_000), length()));
            case EARLY_HINTS -> exchange(way, Call.get(id(), 2000, "hints"));
            case EXPECT_CONTINUE -> exchange(way, Call.upload("PUT", id(), 5000, length()).asCoy());
            case PIPELINED -> askTwice(way);
            case SLOW_READER -> readSlowly(way);
            case LEAVES_ANSWER -> leaveAnswer(way);
            case LEAVES_UPLOAD -> leaveUpload(way);
        }
    }

    /** Closes its connection. */
    void leave() {
        if (wire != null) {
            wire.close();
        }
    }

    private String id() {
        return name + "-" + asked++;
    }

    private String length() {
        return random.nextInt(3) == 0 ? "chunked" : "length";
    }

    private String end() {
        return random.nextInt(20) == 0 ? "close" : length();
    }

    private void exchange(Way way, Call call) {
        Call sent = random.nextInt(10) == 0 ? call.asLast() : call;
        judge(way, sent, wire.exchange(sent));
    }

    private void judge(Way way, Call call, Reply reply) {
        tally.count(way, judge.judge(call, reply), call, reply);
    }

    private void askTwice(Way way) throws IOException {
        Call first = random.nextBoolean()
                ? Call.upload("PUT", id(), random.nextInt(2000), length())
                : Call.get(id(), random.nextInt(50_000), length());
        Call second = Call.get(id(), random.nextInt(50_000), length());
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first.head());
        both.writeBytes(first.body());
        both.writeBytes(second.head());
        Reply reply = new Reply();
        try {
            wire.write(both.toByteArray());
            wire.receive(first, reply);
        } catch (IOException e) {
            wire.failed(reply, e);
        }
        judge(way, first, reply);
        if (reply.isWhole() && wire.isUsable()) { // What follows an answer that broke off is lost with it.
            judge(way, second, receive(second));
        }
    }

    private Reply receive(Call call) {
        Reply reply = new Reply();
        try {
            wire.receive(call, reply);
        } catch (IOException e) {
            wire.failed(reply, e);
        }
        return reply;
    }

    private void readSlowly(Way way) throws IOException {
        try (ClientWire slow = new ClientWire(port, TINY_WINDOW)) {
            slow.in().slowDown(TINY_WINDOW, 2);
            Call call = Call.get(id(), random.nextInt(500_000, 1_500_000), length());
            judge(way, call, slow.exchange(call));
        }
    }

    private void leaveAnswer(Way way) throws IOException {
        Call call = Call.get(id(), random.nextInt(1_000_000), length());
        wire.write(call.head());
        Reply reply = new Reply();
        if (random.nextInt(3) > 0) {
            try {
                Head head = wire.in().readHead();
                if (head != null && head.status() == 200) {
                    wire.in().readBody(head, new Limited(reply.body(), random.nextInt(call.size() + 1)));
                }
            } catch (IOException enough) {
                // Or its backend was broken off; what came is looked at in any case.
            }
        }
        tally.count(way, reply.isBeginningOf(call.content()) ? Verdict.LEFT : Verdict.WRONG_BYTES, call, reply);
        wire.leave(random.nextBoolean());
    }

    private void leaveUpload(Way way) throws IOException {
        Call call = Call.upload(random.nextBoolean() ? "PUT" : "POST", id(), random.nextInt(300_000), length());
        wire.write(call.head());
        byte[] body = call.body();
        wire.write(Arrays.copyOf(body, random.nextInt(body.length)));
        tally.count(way, Verdict.LEFT, call, new Reply());
        wire.leave(random.nextBoolean());
    }
}
