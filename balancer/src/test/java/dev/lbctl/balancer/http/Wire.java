package dev.lbctl.balancer.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.lbctl.balancer.body.BodyReader;
import dev.lbctl.balancer.head.RequestReader;
import dev.lbctl.balancer.head.ResponseReader;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows the readers what a peer sends, cut as it may arrive. What has not arrived yet already stands in the buffer, behind the writer
 * index, so that a reader that looks too far is found out; so is a buffer that nobody released, and a reader that never stops.
 */
final class Wire {
    private final UnpooledByteBufAllocator alloc = new UnpooledByteBufAllocator(false);
    private final @Nullable String requestMethod;
    private final RequestReader requests = new RequestReader(Reading.LIMITS);
    private final ResponseReader responses = new ResponseReader(Reading.LIMITS);
    private final BodyReader body = new BodyReader(Reading.LIMITS);
    private final List<Message> messages = new ArrayList<>();
    private final StringBuilder data = new StringBuilder();
    private boolean inBody;
    private boolean tunnel;
    private @Nullable Flaw flaw;

    /** Without a method the peer is a client, else the backend that a request with that method was sent to. */
    Wire(@Nullable String requestMethod) {
        this.requestMethod = requestMethod;
    }

    Reading read(String octets, int... cuts) {
        ByteBuf in = alloc.buffer(octets.length() + 1);
        in.writeBytes(octets.getBytes(ISO_8859_1)).writerIndex(0);
        for (int cut : cuts) {
            arrive(in.writerIndex(cut));
        }
        arrive(in.writerIndex(octets.length()));
        if (inBody && flaw == null && body.inputClosed()) {
            finish();
        }
        String left = flaw == null ? in.toString(ISO_8859_1) : "";
        in.release();
        if (in.refCnt() != 0 || alloc.metric().usedHeapMemory() != 0) {
            throw new AssertionError("not released: " + alloc.metric() + " after " + Notation.written(octets));
        }
        return new Reading(messages, flaw, left, inBody);
    }

    private void arrive(ByteBuf in) {
        int steps = 2 * in.readableBytes() + 2;
        while (flaw == null && !tunnel && (inBody ? body(in) : head(in))) {
            if (steps-- == 0) {
                throw new AssertionError("more steps than bytes");
            }
        }
    }

    private boolean head(ByteBuf in) {
        Progress progress = requestMethod == null ? requests.read(in) : responses.read(in, requestMethod);
        if (progress == Progress.REFUSED) {
            flaw = requestMethod == null ? requests.flaw() : responses.flaw();
        } else if (progress == Progress.DONE) {
            body.begin(framing());
            inBody = true;
        }
        return progress == Progress.DONE;
    }

    private Framing framing() {
        return requestMethod == null
                ? requests.head().framing()
                : responses.head().framing();
    }

    private boolean body(ByteBuf in) {
        for (ByteBuf piece = body.read(in); piece != null; piece = body.read(in)) {
            if (!piece.isReadable()) {
                throw new AssertionError("an empty piece");
            }
            data.append(piece.toString(ISO_8859_1));
            piece.release();
        }
        flaw = body.flaw();
        if (body.isDone()) {
            finish();
        }
        return !inBody;
    }

    private void finish() {
        inBody = false;
        String whole = data.toString();
        data.setLength(0);
        if (requestMethod == null) {
            messages.add(Message.of(alloc, requests.head(), whole, body.trailers()));
            tunnel = requests.head().method().equals("CONNECT");
        } else {
            ResponseHead head = responses.head();
            messages.add(Message.of(alloc, head, whole, body.trailers()));
            tunnel = head.status() == 101 || (requestMethod.equals("CONNECT") && head.status() / 100 == 2);
        }
    }
}
