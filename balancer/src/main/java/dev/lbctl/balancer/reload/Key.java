package dev.lbctl.balancer.reload;

import org.jspecify.annotations.Nullable;

/**
 * Where in a configuration a value stands, e.g. {@code pools.web.backends[web-1]}.
 *
 * @param pool in which; null when in none
 * @param member of which; null when of none
 */
record Key(String path, @Nullable String pool, @Nullable String member) {
    private static final String POOLS = "pools";

    /** Of all of it. */
    static final Key ROOT = new Key("", null, null);

    static Key ofPool(String name) {
        return new Key(POOLS + "." + name, name, null);
    }

    /** Of a value within this one. */
    Key below(String name) {
        return path.equals(POOLS) ? ofPool(name) : new Key(path.isEmpty() ? name : path + "." + name, pool, null);
    }

    /** Of an item of the list that stands here. */
    Key item(String name) {
        boolean members = pool != null && path.equals(ofPool(pool).path() + ".backends");
        return new Key(path + "[" + name + "]", pool, members ? name : null);
    }
}
