package dev.lbctl.balancer.route;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The routes of each of some names, found by a piece of a longer text, in any case, without making another text of it. Open
 * addressing: a name stands at its hash or in one of the places behind it, up to the first empty one. Immutable.
 */
final class HostTable {

    private record Entry(String name, Paths paths) {}

    private final @Nullable Entry[] places;

    HostTable(Map<String, Paths> byName) {
        this.places = new Entry[Integer.highestOneBit(Math.max(byName.size(), 1)) * 4]; // at most half full
        byName.forEach((name, paths) -> {
            int place = place(hash(name));
            while (places[place] != null) {
                place = next(place);
            }
            places[place] = new Entry(name, paths);
        });
    }

    /** The hash of one more character: it is made from the last to the first, so that every end of a name has one on the way. */
    static int mix(int hash, char c) {
        return hash * 31 + (c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c);
    }

    static int hash(String name) {
        int hash = 0;
        for (int i = name.length() - 1; i >= 0; i--) {
            hash = mix(hash, name.charAt(i));
        }
        return hash;
    }

    /**
     * The routes of the name that stands in the text from one index to before another; none when it has none.
     *
     * @param hash that of the name
     */
    Paths find(String text, int from, int to, int hash) {
        int place = place(hash);
        for (Entry entry = places[place]; entry != null; entry = places[place]) {
            String name = entry.name();
            if (name.length() == to - from && name.regionMatches(true, 0, text, from, to - from)) {
                return entry.paths();
            }
            place = next(place);
        }
        return Paths.NONE;
    }

    private int place(int hash) {
        return (hash ^ hash >>> 16) & (places.length - 1);
    }

    private int next(int place) {
        return (place + 1) & (places.length - 1);
    }
}
