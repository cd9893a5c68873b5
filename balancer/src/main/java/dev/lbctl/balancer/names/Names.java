package dev.lbctl.balancer.names;

import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Where hosts are, for all who connect to them. Asked anew as long as somebody wants to know. Any thread may ask, and none is
 * held up.
 */
public final class Names {
    private final Lookup lookup;
    private final LongSupplier clock;
    private final Map<String, Place> places = new ConcurrentHashMap<>();

    /** @param clock nanoseconds from an arbitrary origin */
    public Names(Lookup lookup, LongSupplier clock) {
        this.lookup = lookup;
        this.clock = clock;
    }

    /** The last answer, while a newer one is asked for; the first is waited for. */
    public CompletionStage<Answer> present(String host) {
        Place place = place(host);
        CompletionStage<Answer> fresh = place.fresh(clock.getAsLong());
        Answer known = place.known();
        return known == null ? fresh : CompletableFuture.completedFuture(known);
    }

    /** An answer that is a second old at most, as far as this machine is concerned. */
    public CompletionStage<Answer> fresh(String host) {
        return place(host).fresh(clock.getAsLong());
    }

    /** Whether the host is no longer at an address where it was. Asks anew for the next time. */
    public boolean hasLeft(String host, InetAddress address) {
        Place place = place(host);
        place.fresh(clock.getAsLong());
        Answer known = place.known();
        return known != null
                && !(known instanceof Answer.Found found && found.addresses().contains(address));
    }

    private Place place(String host) {
        return places.computeIfAbsent(host, name -> new Place(name, lookup));
    }
}
