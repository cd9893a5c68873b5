package dev.lbctl.balancer.route;

/**
 * Requests under a path, and who serves them.
 *
 * @param path a prefix of whole segments
 * @param internal whether it leads to the balancer's own control plane and is left out of every count
 */
public record Route(String path, Destination destination, boolean internal) {

    boolean takes(String requestPath) {
        return path.equals("/")
                || (requestPath.startsWith(path)
                        && (requestPath.length() == path.length() || requestPath.charAt(path.length()) == '/'));
    }
}
