package dev.lbctl.balancer.header;

import dev.lbctl.balancer.http.FieldName;
import dev.lbctl.balancer.http.Fields;
import dev.lbctl.balancer.http.Octets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Which fields of a message concern one connection only (RFC 9110, section 7.6.1). */
final class HopByHop {
    private static final HopByHop USUAL = new HopByHop(Set.of());

    private final Set<String> named;

    private HopByHop(Set<String> named) {
        this.named = named;
    }

    /** What concerns one connection only of these fields. */
    static HopByHop of(Fields fields) {
        return namesFields(fields) ? new HopByHop(named(fields)) : USUAL;
    }

    boolean contains(Fields fields, int i) {
        FieldName known = fields.known(i);
        if (known != null) {
            switch (known) {
                case CONNECTION, KEEP_ALIVE, PROXY_CONNECTION, TE, TRANSFER_ENCODING, UPGRADE -> {
                    return true;
                }
                case HOST, CONTENT_LENGTH -> {
                    return false; // What the message's meaning rests on, Connection may not name.
                }
                default -> {}
            }
        }
        return !named.isEmpty() && named.contains(fields.name(i).toLowerCase(Locale.ROOT));
    }

    /** Whether Connection says more than what becomes of the connection. */
    private static boolean namesFields(Fields fields) {
        int i = fields.next(FieldName.CONNECTION, 0);
        return i >= 0
                && (fields.next(FieldName.CONNECTION, i + 1) >= 0 || !fields.passes(i, HopByHop::isOfTheConnection));
    }

    private static boolean isOfTheConnection(byte[] value, int from, int to) {
        return Octets.spell("keep-alive", value, from, to)
                || Octets.spell("close", value, from, to)
                || Octets.spell("upgrade", value, from, to);
    }

    /** In small letters. Made once: a long list before many fields must not cost their product. */
    private static Set<String> named(Fields fields) {
        Set<String> named = new HashSet<>();
        fields.forEachElement(FieldName.CONNECTION, name -> named.add(name.toLowerCase(Locale.ROOT)));
        return named;
    }
}
