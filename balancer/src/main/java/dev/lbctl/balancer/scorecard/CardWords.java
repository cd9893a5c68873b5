package dev.lbctl.balancer.scorecard;

import dev.lbctl.balancer.api.Scorecard;
import java.util.Locale;

/** A scorecard in one sentence for a person. */
final class CardWords {

    private CardWords() {}

    static String of(String backend, Outage outage) {
        Cause cause = outage.cause();
        Scorecard card = outage.card();
        String noticed = card.noticedMs() == null ? "" : "noticed after " + time(card.noticedMs()) + ", ";
        String requests = card.retried() == 1 ? " request retried, " : " requests retried, ";
        return backend + " " + cause.words() + ": " + noticed + card.retried() + requests + card.failed() + " failed"
                + back(outage, card);
    }

    private static String back(Outage outage, Scorecard card) {
        if (card.backMs() != null) {
            return ", back after " + time(card.backMs());
        }
        boolean expected = outage.out() != null && !outage.cause().isFinal();
        return expected ? ", not back yet" : "";
    }

    private static String time(long millis) {
        if (millis < 1_000) {
            return millis + " ms";
        }
        return millis < 60_000
                ? String.format(Locale.ROOT, "%.1f s", millis / 1e3)
                : millis / 60_000 + " min " + millis / 1_000 % 60 + " s";
    }
}
