package dev.lbctl.balancer.reload;

import dev.lbctl.config.LbConfig;
import java.util.List;
import java.util.stream.Stream;

/**
 * A key that is read once, when a cluster starts, and what it has been and would become.
 *
 * @param name its path in the file, with dots
 */
public record FixedKey(String name, Object now, Object next) {

    /** Those that another configuration would change. */
    public static List<FixedKey> changed(LbConfig now, LbConfig next) {
        return Stream.of(
                        new FixedKey(
                                "listener.address",
                                now.listener().address(),
                                next.listener().address()),
                        new FixedKey(
                                "listener.transport",
                                now.listener().socket().transport(),
                                next.listener().socket().transport()),
                        new FixedKey(
                                "listener.admin_paths",
                                now.listener().adminPaths(),
                                next.listener().adminPaths()),
                        new FixedKey(
                                "admin.address",
                                now.admin().address(),
                                next.admin().address()),
                        new FixedKey(
                                "management.address",
                                now.management().address(),
                                next.management().address()))
                .filter(FixedKey::isChanged)
                .toList();
    }

    /** Whether it would become something else. */
    public boolean isChanged() {
        return !now.equals(next);
    }
}
