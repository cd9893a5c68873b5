package dev.lbctl.balancer.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lbctl.balancer.probe.Probe.Result;
import dev.lbctl.config.ProbeConfig;
import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;

/** Whether an answer is what was expected. Owner: its check. */
final class Expectation {
    private static final int HEARD = 64 * 1024;

    private final ProbeConfig config;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream(0);

    Expectation(ProbeConfig config) {
        this.config = config;
    }

    /** A piece of the answer's body; what is beyond the first 64 KiB is not looked at. */
    void hear(ByteBuf piece) {
        if (config.body() != null && heard.size() < HEARD) {
            byte[] bytes = new byte[Math.min(piece.readableBytes(), HEARD - heard.size())];
            piece.getBytes(piece.readerIndex(), bytes);
            heard.writeBytes(bytes);
        }
    }

    /** The answer is whole. */
    Result of(int status) {
        String words = "HTTP " + status;
        if (!config.expect().contains(status)) {
            return new Result.Failed(words, false);
        }
        String wanted = config.body();
        return wanted == null || heard.toString(UTF_8).contains(wanted)
                ? new Result.Passed(words)
                : new Result.Failed(words + " without \"" + wanted + "\" in it", false);
    }
}
