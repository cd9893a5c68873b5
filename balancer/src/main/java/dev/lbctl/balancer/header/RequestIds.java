package dev.lbctl.balancer.header;

import dev.lbctl.balancer.http.FieldName;
import dev.lbctl.balancer.http.Fields;
import java.util.concurrent.atomic.AtomicLong;

/** What requests are called on every hop: as the client says, if that is harmless, or else by a name of our own. Any thread. */
public final class RequestIds {
    private static final int LONGEST = 128;

    private final AtomicLong next;

    /** @param first where the own names begin: random, so that two balancers do not use the same */
    public RequestIds(long first) {
        this.next = new AtomicLong(first);
    }

    public CharSequence of(Fields fields) {
        String said = fields.first(FieldName.X_REQUEST_ID);
        return said != null && fields.count(FieldName.X_REQUEST_ID) == 1 && isHarmless(said) ? said : create();
    }

    /** A name that no other request has. */
    public CharSequence create() {
        return new OwnId(next.getAndIncrement());
    }

    private static boolean isHarmless(String id) {
        return !id.isEmpty() && id.length() <= LONGEST && id.chars().allMatch(RequestIds::isHarmless);
    }

    private static boolean isHarmless(int c) {
        return (c >= '0' && c <= '9')
                || (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || "-._~:/+=@".indexOf(c) >= 0;
    }
}
