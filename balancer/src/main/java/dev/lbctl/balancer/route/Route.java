package dev.lbctl.balancer.route;

import dev.lbctl.balancer.header.Rewrite;
import dev.lbctl.config.HostPattern;
import org.jspecify.annotations.Nullable;

/**
 * Requests to a host and under a path, and who serves them.
 *
 * @param host null when every host is taken
 * @param path a prefix of whole segments
 * @param rewrite what is changed on the way
 * @param internal whether it leads to the balancer's own control plane and is left out of every count
 */
public record Route(
        @Nullable HostPattern host, String path, Destination destination, Rewrite rewrite, boolean internal) {

    /** The route of every request. */
    public static Route all(Destination destination) {
        return new Route(null, "/", destination, Rewrite.NONE, false);
    }

    boolean takesPath(String requestPath) {
        return path.equals("/")
                || (requestPath.startsWith(path)
                        && (requestPath.length() == path.length() || requestPath.charAt(path.length()) == '/'));
    }
}
