package dev.lbctl.balancer.upstream;

import java.util.regex.Pattern;

/** What the system said of a socket, without what Netty says of the call: {@code recvAddress(..) failed with error(-104): }. Pure. */
final class SystemWords {
    private static final Pattern CALL = Pattern.compile("^[\\w ]+\\(\\.\\.\\) failed with error\\(-?\\d+\\): ");

    private SystemWords() {}

    static String of(Throwable failure) {
        return CALL.matcher(String.valueOf(failure.getMessage())).replaceFirst("");
    }
}
