package dev.lbctl.config;

/**
 * The launcher's own settings.
 *
 * @param address where its management API listens
 * @param watchConfig whether it takes the configuration file anew when that changes
 */
public record ManagementConfig(Address address, boolean watchConfig) {

    /** The same launcher elsewhere. */
    public ManagementConfig at(Address other) {
        return new ManagementConfig(other, watchConfig);
    }
}
