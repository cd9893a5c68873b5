package dev.lbctl.balancer.names;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where one host is by the last answer. One question is under way at a time, and whoever asks meanwhile gets its answer. An
 * address that was found holds for 30 s when nobody can be asked; when there is no such name any more, not at all.
 */
final class Place {
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long HOLD_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final String host;
    private final Lookup lookup;
    private volatile @Nullable Answer answer;
    private long answeredNanos;
    private long foundNanos;
    private @Nullable CompletableFuture<Answer> asking;

    Place(String host, Lookup lookup) {
        this.host = host;
        this.lookup = lookup;
    }

    /** The last answer; null before the first. */
    @Nullable
    Answer known() {
        return answer;
    }

    /** An answer that is a second old at most. */
    CompletionStage<Answer> fresh(long nowNanos) {
        CompletableFuture<Answer> question;
        synchronized (this) {
            Answer last = answer;
            if (asking != null) {
                return asking;
            }
            if (last != null && nowNanos - answeredNanos < FRESH_NANOS) {
                return CompletableFuture.completedFuture(last);
            }
            question = new CompletableFuture<>();
            asking = question;
        }
        ask(question, nowNanos);
        return question;
    }

    private void ask(CompletableFuture<Answer> question, long nowNanos) {
        lookup.of(host).whenComplete((said, bug) -> {
            Answer heard = said != null ? said : new Answer.Lost("the lookup failed: " + bug, false);
            question.complete(settle(heard, nowNanos));
        });
    }

    private synchronized Answer settle(Answer heard, long nowNanos) {
        asking = null;
        answeredNanos = nowNanos;
        Answer last = answer;
        if (heard instanceof Answer.Found) {
            foundNanos = nowNanos;
        } else if (last instanceof Answer.Found
                && !((Answer.Lost) heard).certain()
                && nowNanos - foundNanos < HOLD_NANOS) {
            return last;
        }
        answer = heard;
        return heard;
    }
}
