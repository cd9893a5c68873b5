package dev.lbctl.balancer.names;

import java.util.concurrent.CompletionStage;

/** Somebody who is asked where a host is, and does not hold up who asks. */
@FunctionalInterface
public interface Lookup {

    /** The answer as it is now; it always comes. */
    CompletionStage<Answer> of(String host);
}
