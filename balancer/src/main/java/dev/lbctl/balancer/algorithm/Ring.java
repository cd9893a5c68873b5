package dev.lbctl.balancer.algorithm;

import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.pool.PoolSnapshot;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The members of a snapshot on a circle of hashes, each at many points, the heavier at more; a key belongs to the next point's
 * member (Karger and others, 1997). A member's points depend on its name and weight, so when one comes or goes no key moves
 * between two others. Immutable; looking at it does not allocate.
 */
final class Ring {
    private static final int POINTS = 160;
    private static final int PLACE_BITS = 20;

    private final Member[] members;
    private final int[] counts;
    private final long[] points;
    private final int[] directory;

    private Ring(Member[] members, int[] counts, long[] points, int[] directory) {
        this.members = members;
        this.counts = counts;
        this.points = points;
        this.directory = directory;
    }

    /**
     * A ring of all members, eligible or not.
     *
     * @param before an older one; its points are taken over when they would be the same, as when only a health has changed
     */
    static Ring of(List<Member> members, @Nullable Ring before) {
        Member[] array = members.toArray(Member[]::new);
        int[] counts = counts(members);
        if (before != null && Arrays.equals(counts, before.counts) && sameNames(array, before.members)) {
            return new Ring(array, counts, before.points, before.directory);
        }
        long[] points = points(array, counts);
        return new Ring(array, counts, points, directory(points));
    }

    /** The place of the point that a key's hash belongs to. */
    int place(long hash) {
        long key = hash >>> 1;
        int place = directory[(int) (key >>> shift(points.length))];
        while (place < points.length && points[place] < key) {
            place++;
        }
        return place == points.length ? 0 : place;
    }

    /** The next place clockwise. */
    int after(int place) {
        return place + 1 == points.length ? 0 : place + 1;
    }

    Member at(int place) {
        return members[(int) points[place] & (1 << PLACE_BITS) - 1];
    }

    /** How many places to look at until it is cheaper to look at every member. */
    int reach() {
        return 2 * members.length + POINTS;
    }

    /** The first eligible one, in their own order, that the subject admits: for when a ring was of no help. */
    static @Nullable Member any(PoolSnapshot snapshot, Subject subject) {
        for (Member member : snapshot.eligible()) {
            if (subject.admits(member)) {
                return member;
            }
        }
        return null;
    }

    /** Weights are divided by a power of two, so that the ring stays small and a change of one leaves the other counts. */
    private static int[] counts(List<Member> members) {
        int total =
                members.stream().mapToInt(member -> member.weight().wanted()).sum();
        int bits = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(total / members.size());
        return members.stream()
                .mapToInt(member -> Math.max(1, (POINTS * member.weight().share() / 100) >> bits))
                .toArray();
    }

    private static boolean sameNames(Member[] some, Member[] others) {
        return Arrays.equals(some, others, Comparator.comparing(Member::name));
    }

    /** In ascending order; the lowest bits of each are its member's place. */
    private static long[] points(Member[] members, int[] counts) {
        long[] points = new long[Arrays.stream(counts).sum()];
        int next = 0;
        for (int place = 0; place < members.length; place++) {
            long seed = Hash.of(members[place].name());
            for (int i = 0; i < counts[place]; i++) {
                points[next++] = Hash.mix(seed + i) >>> (PLACE_BITS + 1) << PLACE_BITS | place;
            }
        }
        Arrays.sort(points);
        return points;
    }

    /** For each beginning of a key, the first place that is not before all keys that begin so. */
    private static int[] directory(long[] points) {
        int shift = shift(points.length);
        int[] directory = new int[(int) (Long.MAX_VALUE >>> shift) + 1];
        int place = 0;
        for (int beginning = 0; beginning < directory.length; beginning++) {
            while (place < points.length && points[place] >>> shift < beginning) {
                place++;
            }
            directory[beginning] = place;
        }
        return directory;
    }

    /** Leaves of a key as many bits as make one or two points a beginning. */
    private static int shift(int points) {
        return Long.SIZE - 1 - (Integer.SIZE - 1 - Integer.numberOfLeadingZeros(points));
    }
}
