package dev.lbctl.balancer.explain;

import dev.lbctl.balancer.algorithm.Subject;
import dev.lbctl.balancer.http.Cookies;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.sticky.Roster;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;

/**
 * A request that nobody sent.
 *
 * @param host as a Host field has it; null when the request names none
 * @param target path and query
 * @param client its literal address
 * @param fields of its header, by their names in any case
 */
public record Hypothesis(
        String method, @Nullable String host, String target, String client, Map<String, String> fields) {

    String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /**
     * The same in a pool.
     *
     * @param room how many attempts a member may have under way
     * @param roster whom sessions belong to; null where none are kept
     */
    Subject in(int room, @Nullable Roster roster) {
        String cookies = roster == null ? null : field("cookie");
        return new First(
                this, room, roster == null || cookies == null ? List.of() : Cookies.values(cookies, roster.cookie()));
    }

    private @Nullable String field(String name) {
        return fields.entrySet().stream()
                .filter(field -> field.getKey().equalsIgnoreCase(name))
                .map(Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** It looks for its first member. */
    private record First(Hypothesis request, int room, List<String> sessions) implements Subject {

        @Override
        public boolean admits(Member member) {
            return member.load().inFlight() < room;
        }

        @Override
        public String client() {
            return request.client;
        }

        @Override
        public String target() {
            return request.target;
        }

        @Override
        public @Nullable String field(String name) {
            return request.field(name);
        }
    }
}
