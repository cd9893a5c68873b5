package dev.lbctl.balancer.algorithm;

import dev.lbctl.balancer.pool.Member;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which of many members has the lowest score, kept up to date by the members' loads. They stand in about √n blocks: a change
 * looks at its own block, a pick at the lowest score of each block and then at one block. Equals come in turn. Any thread, no
 * locks: whoever wrote something looks whether it still holds, so that the last write is always true.
 */
final class Ranking implements Picker {
    private static final int SMALLEST_BLOCK_BITS = 3;

    private final Member[] members;
    private final IntToDoubleFunction score;
    private final AtomicInteger turn;
    private final AtomicLongArray scores;
    private final AtomicLongArray lowest;
    private final int blockBits;

    private Ranking(List<Member> members, IntToDoubleFunction score, AtomicInteger turn) {
        this.members = members.toArray(Member[]::new);
        this.score = score;
        this.turn = turn;
        this.scores = new AtomicLongArray(members.size());
        this.blockBits =
                Math.max(SMALLEST_BLOCK_BITS, (Integer.SIZE - Integer.numberOfLeadingZeros(members.size())) / 2);
        this.lowest = new AtomicLongArray(block(members.size() - 1) + 1);
    }

    /**
     * A ranking that follows the members' loads from now on.
     *
     * @param score of the member at a place in the list; of its load and weight, and never NaN
     * @param turn the place that comes first among equals; rankings may share it
     */
    static Ranking following(List<Member> members, IntToDoubleFunction score, AtomicInteger turn) {
        Ranking ranking = new Ranking(members, score, turn);
        for (int place = 0; place < members.size(); place++) {
            int followed = place;
            members.get(place).load().follow(() -> ranking.changed(followed));
            ranking.changed(followed);
        }
        return ranking;
    }

    /** The one with the lowest score among those that the subject admits. */
    @Override
    public @Nullable Member pick(Subject subject) {
        int picked = place(subject);
        if (picked < 0) {
            return null;
        }
        turn.setRelease(picked + 1);
        return members[picked];
    }

    @Override
    public @Nullable Member peek(Subject subject) {
        int picked = place(subject);
        return picked < 0 ? null : members[picked];
    }

    /** -1 when nobody is admitted. */
    private int place(Subject subject) {
        int from = turn.get() % members.length;
        int lowest = lowestFrom(from);
        return subject.admits(members[lowest]) ? lowest : lowestAdmitted(from, subject);
    }

    private void changed(int place) {
        double now = score.applyAsDouble(place);
        double written;
        do {
            written = now;
            double before = Double.longBitsToDouble(scores.getAndSet(place, Double.doubleToRawLongBits(written)));
            settle(block(place), before, written);
            now = score.applyAsDouble(place);
        } while (now != written);
    }

    /** After a score has changed: writes down the block's lowest, unless that was, and still is, another one. */
    private void settle(int block, double before, double now) {
        double low = lowest(block);
        if (before == now || (before > low && now >= low)) {
            return;
        }
        double next = now < low ? now : score(lowestIn(begin(block), end(block)));
        do {
            low = next;
            lowest.set(block, Double.doubleToRawLongBits(low));
            next = score(lowestIn(begin(block), end(block)));
        } while (next != low);
    }

    /** The first of the lowest, going round from {@code from}: the rest of its block, the other blocks, its block's beginning. */
    private int lowestFrom(int from) {
        int own = block(from);
        int best = lowestIn(from, end(own));
        double bestScore = score(best);
        int blocks = lowest.length();
        int bestBlock = own;
        for (int block = own + 1; block < own + blocks; block++) {
            int each = block < blocks ? block : block - blocks;
            double low = lowest(each);
            if (low < bestScore) {
                bestScore = low;
                bestBlock = each;
            }
        }
        int before = begin(own) == from ? best : lowestIn(begin(own), from);
        if (score(before) < bestScore) {
            return before;
        }
        return bestBlock == own ? best : lowestIn(begin(bestBlock), end(bestBlock));
    }

    /** Looks at everybody; -1 when nobody is admitted. */
    private int lowestAdmitted(int from, Subject subject) {
        int best = -1;
        for (int i = from; i < from + members.length; i++) {
            int place = i < members.length ? i : i - members.length;
            if ((best < 0 || score(place) < score(best)) && subject.admits(members[place])) {
                best = place;
            }
        }
        return best;
    }

    private int lowestIn(int begin, int end) {
        int best = begin;
        double bestScore = score(begin);
        for (int place = begin + 1; place < end; place++) {
            double score = score(place);
            if (score < bestScore) {
                best = place;
                bestScore = score;
            }
        }
        return best;
    }

    private double lowest(int block) {
        return Double.longBitsToDouble(lowest.get(block));
    }

    private double score(int place) {
        return Double.longBitsToDouble(scores.get(place));
    }

    private int block(int place) {
        return place >> blockBits;
    }

    private int begin(int block) {
        return block << blockBits;
    }

    private int end(int block) {
        return Math.min(members.length, begin(block + 1));
    }
}
