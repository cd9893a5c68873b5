package dev.lbctl.balancer.operator;

import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Duty;
import dev.lbctl.balancer.pool.Weight;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What an operator has said of one member.
 *
 * @param url the member's when it was said
 * @param configured the weight by configuration when it was said
 * @param duty what holds as long as no spell does
 * @param weight null means the configured one
 */
record MemberOverride(
        String pool,
        String backend,
        String url,
        int configured,
        Duty duty,
        @Nullable Spell spell,
        @Nullable Integer weight) {

    MemberOverride {
        Objects.requireNonNull(pool);
        Objects.requireNonNull(backend);
        Objects.requireNonNull(url);
        Objects.requireNonNull(duty);
        Weight.of(weight == null ? configured : weight);
    }

    /** Nothing is said yet. */
    static MemberOverride none(String pool, Backend backend, int configured) {
        return new MemberOverride(pool, backend.name(), backend.url(), configured, Duty.READY, null, null);
    }

    boolean isOf(String ofPool, String ofBackend) {
        return pool.equals(ofPool) && backend.equals(ofBackend);
    }

    boolean isNone() {
        return duty == Duty.READY && spell == null && weight == null;
    }

    Duty dutyNow() {
        return spell == null ? duty : spell.duty();
    }

    /** When the present duty ends by itself; null when it does not. */
    @Nullable
    Instant until() {
        return spell == null ? null : spell.until();
    }

    int weightNow() {
        return weight == null ? configured : weight;
    }

    /** With what the change says of the duty and of the weight. */
    MemberOverride with(Change change, Instant now) {
        Integer said = change.weight() == null ? weight : change.weight();
        Integer newWeight = Objects.equals(said, configured) ? null : said;
        if (change.duty() == null) {
            return new MemberOverride(pool, backend, url, configured, duty, spell, newWeight);
        }
        if (change.lasts() == null) {
            return new MemberOverride(pool, backend, url, configured, change.duty(), null, newWeight);
        }
        Spell newSpell = change.duty() == duty ? null : new Spell(change.duty(), now.plus(change.lasts()));
        return new MemberOverride(pool, backend, url, configured, duty, newSpell, newWeight);
    }

    /** Whether its spell has ended by then. */
    boolean isOver(Instant now) {
        return spell != null && !now.isBefore(spell.until());
    }

    /** Without a spell that has ended by then. */
    MemberOverride at(Instant now) {
        return isOver(now) ? new MemberOverride(pool, backend, url, configured, duty, null, weight) : this;
    }

    /** What has changed of the member since this was said; null when it still is what it was said of. */
    @Nullable
    String misfit(Backend now, int configuredNow) {
        if (!url.equals(now.url())) {
            return "its url is " + now.url() + " now, and was " + url;
        }
        return configured == configuredNow
                ? null
                : "its configured weight is " + configuredNow + " now, and was " + configured;
    }

    /** What is overridden, e.g. {@code drain, weight 3}. */
    String words() {
        StringJoiner words = new StringJoiner(", ");
        if (dutyNow() != Duty.READY) {
            words.add(dutyNow().name().toLowerCase(Locale.ROOT));
        }
        if (weight != null) {
            words.add("weight " + weight);
        }
        return words.toString();
    }
}
