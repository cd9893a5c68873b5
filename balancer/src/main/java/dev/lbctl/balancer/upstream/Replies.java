package dev.lbctl.balancer.upstream;

import dev.lbctl.balancer.body.BodyReader;
import dev.lbctl.balancer.exchange.Attempt;
import dev.lbctl.balancer.head.ResponseReader;
import dev.lbctl.balancer.http.Fields;
import dev.lbctl.balancer.http.Flaw;
import dev.lbctl.balancer.http.HeadLimits;
import dev.lbctl.balancer.http.Progress;
import dev.lbctl.balancer.http.ResponseHead;
import dev.lbctl.balancer.retry.Outcome;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.jspecify.annotations.Nullable;

/**
 * What a backend has sent and nobody has taken yet, read as answers. Once an answer was read whole and nothing is left, it may read
 * those of another connection. Owner: the connection's event loop.
 */
final class Replies {
    /** A backend may say more than a client: these are our own bounds, not an operator's. */
    private static final HeadLimits LIMITS = new HeadLimits(8 * 1024, 64 * 1024, 200);

    /** Of a connection that is not lent: it is given nothing to read. */
    static final Replies NONE = new Replies();

    private final ResponseReader heads = new ResponseReader(LIMITS);
    private final BodyReader bodies = new BodyReader(LIMITS);
    private final Unread input = new Unread();
    private boolean withinBody;
    private boolean endIsTrusted = true;

    /** Takes over what the socket had. */
    void add(ByteBufAllocator allocator, ByteBuf bytes) {
        input.add(allocator, bytes);
    }

    /** Whether something is here that nobody has taken. */
    boolean areLeft() {
        return !input.isEmpty();
    }

    /**
     * Tells {@code attempt} the next thing that is here: a head, or a piece of a body. Answers whether there was any.
     *
     * @param age learns from what the answers say of their connection
     */
    boolean tell(Attempt attempt, Age age) {
        return !input.isEmpty() && (withinBody ? tellPiece(attempt) : tellHead(attempt, age));
    }

    /** For now nobody is told more. */
    void rest() {
        input.rest();
    }

    private boolean tellHead(Attempt attempt, Age age) {
        Progress progress = heads.read(input.bytes(), attempt.method());
        if (progress == Progress.REFUSED) {
            attempt.ended(Outcome.Kind.BAD_RESPONSE, heads.flaw().detail());
        }
        if (progress != Progress.DONE) {
            return false;
        }
        ResponseHead head = heads.head();
        age.learn(head.fields());
        withinBody = head.framing().hasBody();
        if (withinBody) {
            bodies.begin(head.framing());
        }
        attempt.head(head);
        if (!withinBody && !head.isInterim()) {
            attempt.complete(Fields.NONE);
        }
        return true;
    }

    private boolean tellPiece(Attempt attempt) {
        ByteBuf piece = bodies.read(input.bytes());
        if (piece != null) {
            attempt.content(piece);
        }
        Flaw flaw = bodies.flaw();
        if (flaw != null) {
            attempt.ended(Outcome.Kind.BAD_RESPONSE, flaw.detail());
        } else if (bodies.isDone()) {
            withinBody = false;
            attempt.complete(bodies.trailers());
        }
        return piece != null;
    }

    /** Sending has failed: an end may be a reset now, as the system tells of that only once. */
    void distrustEnd() {
        endIsTrusted = false;
    }

    /** The backend has closed: tells {@code attempt} whether that was the end of its answer. */
    void tellEnd(Attempt attempt) {
        if (withinBody && endIsTrusted && bodies.inputClosed()) {
            attempt.complete(Fields.NONE);
        } else {
            attempt.ended(Outcome.Kind.CLOSED, "closed by the backend");
        }
    }

    /** All that is here and was not told; it is not HTTP any more. */
    @Nullable
    ByteBuf surrender() {
        return input.surrender();
    }

    void drop() {
        input.drop();
    }
}
