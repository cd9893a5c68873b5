package dev.lbctl.config;

import java.util.LinkedHashMap;
import java.util.Map;

/** Whether a node that ended unasked is started again. */
public enum RestartPolicy {
    ALWAYS("always"),
    /** Unless it ended with exit code 0. */
    ON_FAILURE("on-failure"),
    NEVER("never");

    private final String key;

    RestartPolicy(String key) {
        this.key = key;
    }

    /** The word in the file. */
    public String key() {
        return key;
    }

    /** Every policy by its word, in the order of the enum. */
    public static Map<String, RestartPolicy> byKey() {
        Map<String, RestartPolicy> policies = new LinkedHashMap<>();
        for (RestartPolicy policy : values()) {
            policies.put(policy.key, policy);
        }
        return policies;
    }
}
