package dev.lbctl.balancer.check;

import dev.lbctl.balancer.probe.Probe.Result;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One request and its answer, to the last byte. Owner: the probe loop's thread. */
final class HttpCheck {
    private final HttpProbe probe;
    private final Reply reply;
    private final Ending ending;
    private @Nullable Line line;
    private boolean heard;

    /** @param kept a connection that served before, if there is one */
    HttpCheck(HttpProbe probe, @Nullable Line kept) {
        this.probe = probe;
        this.line = kept;
        this.reply = new Reply(probe.config().probe());
        this.ending = new Ending(
                probe.dialer().loop(),
                probe.config().timeout(),
                () -> line != null && line.isOpen() ? "no answer" : Ending.NO_CONNECTION);
    }

    /** On the connection there is, unless it leads elsewhere than the backend's name by now. */
    CompletionStage<Result> begin() {
        if (line != null && line.leadsTo(probe.dialer())) {
            line.carry(this, probe.request());
        } else {
            dial();
        }
        return ending.result().whenComplete((result, bug) -> end());
    }

    void received(ByteBufAllocator allocator, ByteBuf bytes) {
        heard = true;
        tell(reply.read(allocator, bytes));
    }

    /** The connection is gone; one that was kept may have been closed before it was asked, and that is no failure. */
    void lost(String why) {
        if (line != null && line.isUsed() && !heard) {
            dial();
        } else {
            tell(reply.lost(why));
        }
    }

    private void dial() {
        if (line != null) {
            line.close();
        }
        Line fresh = new Line();
        line = fresh;
        probe.dialer().dial(fresh).addListener(done -> {
            if (!done.isSuccess()) {
                ending.reach(ConnectFailure.of(probe.dialer().backend(), done.cause()));
            } else if (!ending.isReached()) {
                fresh.carry(this, probe.request());
            }
        });
    }

    private void tell(@Nullable Result result) {
        if (result != null) {
            ending.reach(result);
        }
    }

    private void end() {
        if (line != null) {
            if (reply.leavesReusable() && line.release()) {
                probe.keep(line);
            } else {
                line.close();
            }
        }
        reply.drop();
    }
}
