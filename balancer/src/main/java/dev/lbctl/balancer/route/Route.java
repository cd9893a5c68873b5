package dev.lbctl.balancer.route;

import dev.lbctl.balancer.algorithm.Selection;
import dev.lbctl.config.RetryConfig;
import dev.lbctl.config.TimeoutConfig;

/**
 * Requests under a path, who serves them, and with how much patience.
 *
 * @param path a prefix of whole segments
 * @param internal whether it leads to the balancer's own control plane and is left out of every count
 */
public record Route(String path, Selection selection, RetryConfig retry, TimeoutConfig timeouts, boolean internal) {

    boolean takes(String requestPath) {
        return path.equals("/")
                || (requestPath.startsWith(path)
                        && (requestPath.length() == path.length() || requestPath.charAt(path.length()) == '/'));
    }
}
