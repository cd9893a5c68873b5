package dev.lbctl.balancer.head;

import dev.lbctl.balancer.http.Flaw;
import dev.lbctl.balancer.http.Octets;
import org.jspecify.annotations.Nullable;

/** What the first line of a head is made of: a request line or a status line. */
interface StartLine {
    /** The octets it may have, as a kind of {@link Octets}. */
    int octets();

    /** Why it cannot begin with that octet, null when it can. */
    @Nullable
    Flaw startFlaw(byte first);

    /** Whether one empty line may stand before it. */
    boolean mayFollowEmptyLine();

    /** Takes the line apart; answers why it cannot, null when it did. */
    @Nullable
    Flaw read(byte[] bytes, int from, int to);
}
