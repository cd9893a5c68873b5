package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.body.BodyWriter;
import dev.lbctl.balancer.header.HeaderEdits;
import dev.lbctl.balancer.http.Fields;
import dev.lbctl.balancer.http.Framing;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * A backend's answer on its way to the client. Its head waits for what came with it: that may be so wrong that the head must not be
 * sent. Owner: the answer.
 */
final class Relay {
    private static final int SMALL = 1024;

    private final ClientStream client;
    private final Journal journal;
    private Framing framing = Framing.NONE;
    private @Nullable ByteBuf unsent;
    private boolean begun;

    Relay(ClientStream client, Journal journal) {
        this.client = client;
        this.journal = journal;
    }

    /** Whether the head was sent. */
    boolean isBegun() {
        return begun;
    }

    void head(ByteBuf head, Framing bodysFraming) {
        unsent = head;
        framing = bodysFraming;
    }

    /** A piece of the body, taken over; answers whether the client takes more now. */
    boolean content(ByteBuf piece) {
        journal.sent(piece.readableBytes());
        ByteBuf head = unsent;
        if (head != null && framing.kind() == Framing.Kind.LENGTH && piece.readableBytes() <= SMALL) {
            copy(piece, head); // To send both as one costs less than to copy so little.
            piece.release();
            sendHead();
        } else {
            sendHead();
            client.send(BodyWriter.piece(framing, piece));
        }
        return client.isWritable();
    }

    /** In this direction Netty (4.2.18) makes no objects of its own for it. */
    private static void copy(ByteBuf piece, ByteBuf out) {
        int length = piece.readableBytes();
        piece.readBytes(out.ensureWritable(length), length);
    }

    /** Sends what there is. */
    void flush() {
        sendHead();
        client.flush();
    }

    /**
     * The body is whole.
     *
     * @param edits what the route changes of trailers as well
     */
    void end(Fields trailers, HeaderEdits edits) {
        sendHead();
        if (framing.kind() == Framing.Kind.CHUNKED) {
            ByteBuf last = client.buffer();
            BodyWriter.lastChunk(last, edits.passing(trailers));
            client.send(last);
        }
    }

    /** Takes the head back, if it waits. */
    void takeBack() {
        if (unsent != null) {
            unsent.release();
            unsent = null;
        }
    }

    private void sendHead() {
        ByteBuf head = unsent;
        if (head != null) {
            unsent = null;
            begun = true;
            journal.answered();
            client.send(head);
        }
    }
}
