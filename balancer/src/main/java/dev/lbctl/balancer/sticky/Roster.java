package dev.lbctl.balancer.sticky;

import dev.lbctl.balancer.pool.Member;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The members of one snapshot by what cookies say. Immutable. */
public final class Roster {
    private final SessionCookie cookie;
    private final Map<String, Seat> byMark;
    private final Map<String, String> marks;

    /** @param open whether its sessions stay with it */
    private record Seat(Member member, boolean open) {}

    /**
     * @param marks of all members, by their names
     * @param open whether a member keeps its sessions
     */
    Roster(SessionCookie cookie, Map<String, String> marks, List<Member> members, Predicate<Member> open) {
        this.cookie = cookie;
        this.marks = marks;
        this.byMark = new HashMap<>();
        members.forEach(member -> byMark.put(marks.get(member.name()), new Seat(member, open.test(member))));
    }

    /** The cookie's name. */
    public String cookie() {
        return cookie.name();
    }

    /**
     * Whom a session belongs to: the first that its cookies name, that still serves it, and that is admitted. Null when there is
     * nobody, or no session yet.
     *
     * @param presented what the cookies say
     */
    public @Nullable Member pick(List<String> presented, Predicate<Member> admits) {
        for (int i = 0; i < presented.size(); i++) {
            Seat seat = byMark.get(presented.get(i));
            if (seat != null && seat.open() && admits.test(seat.member())) {
                return seat.member();
            }
        }
        return null;
    }

    /**
     * The value of the Set-Cookie by which a client comes to the member again that has answered it. Null when its cookies say so
     * already, or when the member is none any more.
     *
     * @param encrypted whether the client's connection is
     */
    public @Nullable String renewal(List<String> presented, String member, boolean encrypted) {
        String mark = marks.get(member);
        return mark == null || presented.contains(mark) ? null : cookie.with(mark, encrypted);
    }

    public Session session(List<String> presented) {
        List<String> named = presented.stream()
                .flatMap(mark -> Stream.ofNullable(byMark.get(mark)))
                .map(seat -> seat.member().name())
                .toList();
        return new Session(cookie.name(), !presented.isEmpty(), named);
    }
}
