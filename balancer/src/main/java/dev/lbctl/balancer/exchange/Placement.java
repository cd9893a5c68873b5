package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.queue.Place;
import dev.lbctl.balancer.refusal.GatewayError;
import dev.lbctl.balancer.route.Destination;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the members for an exchange's attempts: those that have room, or else the line until one has. Owner: the exchange. */
final class Placement {
    private final Exchange exchange;
    private final Tries tries;
    private GatewayError inVain = GatewayError.NO_MEMBER;
    private @Nullable Place place;

    Placement(Exchange exchange, Tries tries) {
        this.exchange = exchange;
        this.tries = tries;
    }

    /** For the first attempt: behind those who wait already. */
    void first() {
        Destination destination = destination();
        tries.begin(
                destination.selection().current(),
                destination.traffic().connections().max());
        if (destination.room().waiting() == 0) {
            seek();
        } else {
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

    /** Whether there is anybody for another attempt. */
    boolean leavesAnybody() {
        return tries.choice().leavesAnybody(destination().selection().current().pool());
    }

    private void seek() {
        Member member = tries.next(destination().selection().current());
        if (member == null && tries.choice().isBusy()) {
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
        Member member = tries.next(destination().selection().current());
        if (member != null || !tries.choice().isBusy()) {
            stopWaiting();
            goOn(member);
        } else if (tries.choice().leavesRoom() || destination().selection().isEnded()) {
            Objects.requireNonNull(place).passOn();
        }
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
            exchange.answer().journal().waited(left.waitedNanos());
            left.leave();
        }
        return left != null;
    }

    /** Whether it has waited for too long. */
    boolean isOverdue() {
        return place != null
                && place.waitedNanos() > destination().timeouts().queue().toNanos();
    }

    private Destination destination() {
        return exchange.destination();
    }
}
