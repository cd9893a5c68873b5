package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.absence.Awaited;
import dev.lbctl.balancer.algorithm.Lineup;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.pool.PoolSnapshot;
import dev.lbctl.balancer.queue.Place;
import dev.lbctl.balancer.refusal.GatewayError;
import dev.lbctl.balancer.retry.Outcome;
import dev.lbctl.balancer.route.Destination;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the members for an exchange's attempts: those that have room, or else the line until one has, or is back. Owner: the
 * exchange.
 */
final class Placement {
    private final Exchange exchange;
    private final Choice choice;
    private GatewayError inVain = GatewayError.NO_MEMBER;
    private boolean awaiting;
    private @Nullable Place place;

    Placement(Exchange exchange) {
        this.exchange = exchange;
        this.choice = new Choice(exchange.request(), exchange.tries());
    }

    /** For the first attempt: behind those who wait already. */
    void first() {
        Destination destination = destination();
        Lineup lineup = lineup();
        choice.begin(lineup, destination.traffic().connections().max());
        if (destination.room().waiting() == 0) {
            seek();
        } else {
            awaiting = lineup.pool().eligible().isEmpty()
                    && isAwaited(lineup.pool().awaited());
            queue();
        }
    }

    /**
     * For an attempt after a failed one.
     *
     * @param error what the client is told when nobody is left
     */
    void another(GatewayError error) {
        inVain = error;
        seek();
    }

    /** An attempt has failed there. */
    void failed(Backend backend, Outcome outcome) {
        choice.failed(backend, outcome);
    }

    /** Whether there is anybody for another attempt. */
    boolean leavesAnybody() {
        PoolSnapshot pool = lineup().pool();
        return choice.leavesAnybody(pool) || pool.awaited().anybody(System.nanoTime());
    }

    private void seek() {
        Lineup lineup = lineup();
        Member member = choice.next(lineup);
        if (member == null && mayWait(lineup.pool().awaited())) {
            queue();
        } else {
            goOn(member);
        }
    }

    private void queue() {
        place = destination().room().enter(exchange.answer().client()::execute, this::takeTurn);
        if (place == null) {
            exchange.refuse(GatewayError.QUEUE_FULL);
        }
    }

    private void takeTurn() {
        Lineup lineup = lineup();
        Member member = choice.next(lineup);
        if (member != null || !mayWait(lineup.pool().awaited())) {
            stopWaiting();
            goOn(member);
        } else if (choice.leavesRoom() || destination().selection().isEnded()) {
            Objects.requireNonNull(place).passOn();
        }
    }

    /** Whether whoever is left is but busy, or else somebody is expected back. */
    private boolean mayWait(Awaited awaited) {
        awaiting = !choice.isBusy();
        return !awaiting || isAwaited(awaited);
    }

    /** Whether somebody is expected back, or was lost so lately that nobody has said yet whether it comes back. */
    private boolean isAwaited(Awaited awaited) {
        if (awaited.anybody(System.nanoTime())) {
            exchange.tries().await(awaited.names());
            return true;
        }
        List<String> lost = exchange.tries().justLost(awaited);
        if (lost.isEmpty() || waitedNanos() > Awaited.DOUBT.toNanos()) {
            return false;
        }
        exchange.tries().await(lost);
        return true;
    }

    private void goOn(@Nullable Member member) {
        if (member == null) {
            exchange.refuse(inVain);
        } else {
            exchange.open(member, false);
        }
    }

    /** Leaves the line. Answers whether it stood there. */
    boolean stopWaiting() {
        Place left = place;
        if (left != null) {
            place = null;
            exchange.journal().waited(left.waitedNanos());
            left.leave();
        }
        return left != null;
    }

    /** Ends a wait that takes too long, or by which nobody is to be had any more. Answers whether it does. */
    boolean endsWaiting() {
        if (place == null) {
            return false;
        }
        boolean overdue = waitedNanos() > destination().timeouts().queue().toNanos();
        if (!overdue && !(awaiting && !isAwaited(lineup().pool().awaited()))) {
            return false;
        }
        stopWaiting();
        exchange.refuse(overdue ? awaiting ? GatewayError.RETURN_TIMEOUT : GatewayError.QUEUE_TIMEOUT : inVain);
        return true;
    }

    /** In the line, this time and before. */
    private long waitedNanos() {
        return exchange.journal().waitedNanos() + (place == null ? 0 : place.waitedNanos());
    }

    private Lineup lineup() {
        return destination().selection().current();
    }

    private Destination destination() {
        return exchange.destination();
    }
}
