package dev.lbctl.balancer.event;

import dev.lbctl.balancer.operator.OperatorEvent;
import dev.lbctl.balancer.pool.Duty;
import dev.lbctl.balancer.pool.Health;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.pool.PoolEvent;
import dev.lbctl.balancer.pool.PoolSnapshot;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells a person of an event in one sentence: what, why, and what is left. */
final class Sentences {

    private Sentences() {}

    static String of(PoolEvent event) {
        String name = event.member().name();
        return switch (event.kind()) {
            case JOINED -> name + " joined the pool " + event.after().pool() + ": " + event.cause() + terms(event);
            case LEFT ->
                name + " left the pool " + event.after().pool() + ": " + event.cause() + "; " + left(event.after());
            case UP -> name + " is up: " + event.cause() + "; " + inRotation(event.after());
            case DOWN -> name + " is down: " + event.cause() + "; " + left(event.after());
            case EJECTED -> name + " is ejected: " + event.cause() + "; " + left(event.after());
            case RETURNED -> name + " is back from ejection: " + event.cause() + "; " + inRotation(event.after());
            case PANIC -> panic(event);
            case CALM -> calm(event.after());
            case WEIGHT -> name + " weighs " + weight(event) + " now: " + event.cause();
            case DUTY -> name + duty(event.member()) + ": " + event.cause() + "; " + effect(event);
        };
    }

    static String of(OperatorEvent event) {
        if (event instanceof OperatorEvent.Balanced balanced) {
            return "the pool " + balanced.pool().pool() + " balances by "
                    + balanced.now().key() + " instead of " + balanced.before().key() + ": " + balanced.cause() + "; "
                    + inRotation(balanced.pool());
        } else if (event instanceof OperatorEvent.Prolonged prolonged) {
            return prolonged.backend() + " stays in " + word(prolonged.duty()) + " " + until(prolonged.until())
                    + ": set by the operator";
        } else if (event instanceof OperatorEvent.Dropped dropped) {
            String of = dropped.backend() == null ? "" : " for " + dropped.backend();
            return "what the operator set" + of + " (" + dropped.what() + ") holds no more: " + dropped.why();
        } else if (event instanceof OperatorEvent.NotKept notKept) {
            return "what the operator set holds only until the balancer ends: " + notKept.why();
        }
        throw new IllegalStateException("no words for " + event);
    }

    private static String panic(PoolEvent event) {
        PoolSnapshot pool = event.after();
        return "the pool " + pool.pool() + " panics: " + count(pool) + " members are fit, which is " + event.cause()
                + "; all " + pool.eligible().size() + " that are meant to serve get traffic";
    }

    private static String calm(PoolSnapshot pool) {
        return "the pool " + pool.pool() + " is calm again: " + count(pool) + " members are fit; only they get traffic";
    }

    private static String duty(Member member) {
        return switch (member.duty()) {
            case READY -> " may take traffic again" + (member.health() == Health.UP ? "" : " once it is up");
            case DRAIN -> " gets nothing new" + underWay(member.load().inFlight());
            case MAINT -> " is in maintenance, without traffic and probes";
        };
    }

    private static String underWay(int inFlight) {
        return inFlight == 0 ? "" : " and finishes the " + inFlight + " it has";
    }

    private static String effect(PoolEvent event) {
        return event.member().isFit() ? inRotation(event.after()) : left(event.after());
    }

    /** What is wanted of one that joins, where it is not the usual. */
    private static String terms(PoolEvent event) {
        Member member = event.member();
        String duty = member.duty() == Duty.READY ? "" : "; it is in " + word(member.duty()) + ", as the operator said";
        return duty + (member.weight().wanted() == 1 ? "" : "; it weighs " + weight(event));
    }

    private static String weight(PoolEvent event) {
        int all = event.after().members().stream()
                .mapToInt(member -> member.weight().wanted())
                .sum();
        return event.member().weight().wanted() + " of " + all;
    }

    private static String left(PoolSnapshot pool) {
        return count(pool) + " left";
    }

    private static String inRotation(PoolSnapshot pool) {
        return count(pool) + " in rotation";
    }

    private static String count(PoolSnapshot pool) {
        return pool.fit() + " of " + pool.members().size();
    }

    private static String until(@Nullable Instant until) {
        return until == null ? "until it is told otherwise" : "until " + until.truncatedTo(ChronoUnit.SECONDS);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
