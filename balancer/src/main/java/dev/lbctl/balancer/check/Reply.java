package dev.lbctl.balancer.check;

import dev.lbctl.balancer.body.BodyReader;
import dev.lbctl.balancer.head.ResponseReader;
import dev.lbctl.balancer.http.Flaw;
import dev.lbctl.balancer.http.HeadLimits;
import dev.lbctl.balancer.http.Progress;
import dev.lbctl.balancer.probe.Probe.Result;
import dev.lbctl.config.ProbeConfig;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.ByteToMessageDecoder;
import org.jspecify.annotations.Nullable;

/** The answer to a probe, as far as it has come. Each result is null as long as there is none. Owner: its check. */
final class Reply {
    private static final HeadLimits LIMITS = new HeadLimits(8 * 1024, 64 * 1024, 200);

    private final String method;
    private final Expectation expectation;
    private final ResponseReader heads = new ResponseReader(LIMITS);
    private final BodyReader body = new BodyReader(LIMITS);
    private ByteBuf input = Unpooled.EMPTY_BUFFER;
    private boolean withinBody;

    Reply(ProbeConfig config) {
        this.method = config.method();
        this.expectation = new Expectation(config);
    }

    /** Takes over what the socket had. */
    @Nullable
    Result read(ByteBufAllocator allocator, ByteBuf bytes) {
        input = ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(allocator, input, bytes);
        Progress progress = Progress.DONE;
        while (!withinBody && progress == Progress.DONE) {
            progress = heads.read(input, method);
            if (progress == Progress.DONE && !heads.head().isInterim()) {
                withinBody = true;
                body.begin(heads.head().framing());
            }
        }
        if (progress == Progress.REFUSED) {
            return broken(heads.flaw().detail());
        }
        return withinBody ? readBody() : null;
    }

    private @Nullable Result readBody() {
        for (ByteBuf piece = body.read(input); piece != null; piece = body.read(input)) {
            expectation.hear(piece);
            piece.release();
        }
        Flaw flaw = body.flaw();
        if (flaw != null) {
            return broken(flaw.detail());
        }
        return body.isDone() ? expectation.of(heads.head().status()) : null;
    }

    /** The connection is gone. */
    Result lost(String why) {
        return withinBody && body.inputClosed() ? expectation.of(heads.head().status()) : broken(why);
    }

    /** Whether its connection may carry another. */
    boolean leavesReusable() {
        return withinBody
                && body.isDone()
                && !input.isReadable()
                && heads.head().keepsAlive();
    }

    void drop() {
        input.release();
        input = Unpooled.EMPTY_BUFFER;
    }

    private static Result broken(String why) {
        return new Result.Failed("broken answer: " + why, false);
    }
}
