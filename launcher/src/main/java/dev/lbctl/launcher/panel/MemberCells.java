package dev.lbctl.launcher.panel;

import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.launcher.facts.Facts;
import dev.lbctl.launcher.facts.Row;
import dev.lbctl.launcher.facts.Traffic;
import dev.lbctl.launcher.text.Figures;
import dev.lbctl.launcher.text.Look;
import dev.lbctl.launcher.text.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jspecify.annotations.Nullable;

/** How what is known of a row is written. */
final class MemberCells {
    private final Look look;
    private final Facts facts;
    private final @Nullable String selected;
    private final double requestsOfAll;
    private final double mostRequests;

    MemberCells(Look look, Facts facts, @Nullable String selected) {
        this.look = look;
        this.facts = facts;
        this.selected = selected;
        double[] requests = facts.backends().stream()
                .mapToDouble(BackendStatus::totalRequests)
                .toArray();
        this.requestsOfAll = Math.max(1, Arrays.stream(requests).sum());
        this.mostRequests = Arrays.stream(requests).reduce(1, Math::max);
    }

    AttributedString marker(Row row) {
        return look.text(row.id().equals(selected) ? look.sign("▌", ">") : "", Tone.ACCENT);
    }

    AttributedString name(Row row) {
        return look.text(row.name(), Tone.STRONG);
    }

    String arrow(boolean reversed) {
        return reversed ? look.sign("▲", "^") : look.sign("▼", "v");
    }

    <T> AttributedString word(@Nullable T from, Function<T, String> word) {
        return from == null ? none() : look.text(word.apply(from), tone(word.apply(from)));
    }

    /** With the time that is left of one that ends by itself. */
    AttributedString duty(@Nullable BackendStatus backend, Instant now) {
        if (backend == null) {
            return none();
        }
        Instant until = backend.until();
        String left = until == null
                ? ""
                : " " + Figures.uptime((double) Duration.between(now, until).toSeconds());
        return look.text(backend.duty() + left, backend.duty().equals("ready") ? Tone.FAINT : Tone.CAREFUL);
    }

    <T> AttributedString value(@Nullable T from, Function<T, String> value) {
        String text = from == null ? "" : value.apply(from);
        return text.isEmpty() ? none() : look.text(text, Tone.PLAIN);
    }

    AttributedString latency(@Nullable Traffic traffic, ToDoubleFunction<Traffic.Latency> which) {
        return Rates.latency(look, traffic == null ? 0 : which.applyAsDouble(traffic.latency()));
    }

    AttributedString failed(@Nullable Traffic traffic) {
        return traffic != null && traffic.failed() > 0
                ? look.text(Figures.count(traffic.failed()), Tone.BAD)
                : value(traffic, nothing -> "0");
    }

    /** Of the balancer on a scale of its own, of the backends on one that they have in common. */
    AttributedString trend(Row row, int width) {
        var line = new Sparkline(look, Tone.ACCENT);
        BackendStatus backend = row.backend();
        if (backend == null) {
            return row.traffic() == null
                    ? AttributedString.EMPTY
                    : line.of(facts.trend().rates(width), width);
        }
        double[] rates = facts.trend().rates(backend.pool(), backend.name(), width);
        return line.of(rates, facts.trend().highestRate(width), width);
    }

    /** How many of all attempts it got, and as a bar how that compares with who got most. */
    AttributedString share(@Nullable BackendStatus backend, int width) {
        if (backend == null) {
            return look.text("   -", Tone.FAINT);
        }
        double requests = backend.totalRequests();
        String percent = String.format(Locale.ROOT, "%3d%% ", Math.round(100 * requests / requestsOfAll));
        return new AttributedStringBuilder()
                .append(look.text(percent, Tone.PLAIN))
                .append(bar(requests / mostRequests, width))
                .toAttributedString();
    }

    /** Thin, so that bars of rows below each other stay apart. */
    private AttributedString bar(double fraction, int width) {
        long halves = Math.round(2 * width * fraction);
        String whole = look.sign("━", "=").repeat((int) halves / 2);
        return look.text(whole + (halves % 2 == 1 ? look.sign("╸", "-") : ""), Tone.ACCENT);
    }

    AttributedString reason(Row row) {
        BackendStatus backend = row.backend();
        boolean well = backend == null || backend.healthy();
        return look.text(row.reason(), well ? Tone.FAINT : Tone.CAREFUL);
    }

    private AttributedString none() {
        return look.text("-", Tone.FAINT);
    }

    private static Tone tone(String word) {
        return switch (word.replace(" (dns)", "")) {
            case "ready", "up" -> Tone.GOOD;
            case "down", "crashed", "failed", "ejected" -> Tone.BAD;
            case "stopped" -> Tone.FAINT;
            default -> Tone.CAREFUL;
        };
    }
}
