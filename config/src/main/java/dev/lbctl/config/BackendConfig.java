package dev.lbctl.config;

/**
 * A server that runs already. The name is unique in its pool; it defaults to the address.
 *
 * @param weight how much it gets compared with the others of its pool, 1–1000
 */
public record BackendConfig(String name, Address address, int weight) {

    /** One that weighs as much as any that says nothing of it. */
    public BackendConfig(String name, Address address) {
        this(name, address, 1);
    }
}
