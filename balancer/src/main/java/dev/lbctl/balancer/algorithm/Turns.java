package dev.lbctl.balancer.algorithm;

import dev.lbctl.balancer.pool.Member;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A row of turns in which each member stands as often as its weight says. Immutable; looking at it does not allocate. */
final class Turns {
    private static final int LOOKS = 8;

    private final Member[] members;
    private final Member[] row;

    private Turns(Member[] members, Member[] row) {
        this.members = members;
        this.row = row;
    }

    static Turns of(List<Member> members) {
        return new Turns(members.toArray(Member[]::new), TurnPlan.row(members));
    }

    /** The first from {@code turn} on that the subject admits; past a few that it does not, anyone, by weight. */
    @Nullable
    Member next(Subject subject, long turn) {
        for (int look = 0; look < LOOKS; look++) {
            Member member = row[(int) ((turn + look) % row.length)];
            if (subject.admits(member)) {
                return member;
            }
        }
        return search(subject, null, Hash.mix(turn));
    }

    /** One that the subject admits, by weight, other than {@code except}. */
    @Nullable
    Member draw(Subject subject, @Nullable Member except, RandomGenerator random) {
        for (int look = 0; look < LOOKS; look++) {
            Member member = row[random.nextInt(row.length)];
            if (suits(subject, member, except)) {
                return member;
            }
        }
        return search(subject, except, random.nextLong());
    }

    /** For when few are admitted: looks at all, and takes the one that the random {@code point} of their shares falls on. */
    private @Nullable Member search(Subject subject, @Nullable Member except, long point) {
        long total = 0;
        for (Member member : members) {
            total += suits(subject, member, except) ? member.weight().share() : 0;
        }
        Member found = null;
        long left = total == 0 ? -1 : Long.remainderUnsigned(point, total);
        for (int i = 0; i < members.length && left >= 0; i++) {
            if (suits(subject, members[i], except)) {
                found = members[i];
                left -= found.weight().share();
            }
        }
        return found;
    }

    @SuppressWarnings("ReferenceEquality") // A snapshot has one object for each member.
    private static boolean suits(Subject subject, Member member, @Nullable Member except) {
        return member != except && subject.admits(member);
    }
}
