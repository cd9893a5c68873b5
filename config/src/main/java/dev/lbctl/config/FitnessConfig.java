package dev.lbctl.config;

/**
 * What makes a pool's members fit to serve; its keys stand directly in the pool.
 *
 * @param panic below how many fit members, in percent of those meant to serve, all of them are used; 0 means never
 */
public record FitnessConfig(HealthConfig health, EjectionConfig ejection, int panic) {

    public FitnessConfig withHealth(HealthConfig newHealth) {
        return new FitnessConfig(newHealth, ejection, panic);
    }
}
