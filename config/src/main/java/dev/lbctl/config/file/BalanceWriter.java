package dev.lbctl.config.file;

import dev.lbctl.config.BalanceConfig;
import dev.lbctl.config.HashConfig;
import dev.lbctl.config.yaml.Durations;
import dev.lbctl.config.yaml.Words;
import java.util.LinkedHashMap;
import java.util.Map;

/** The keys of a pool that say how its members share its requests. */
final class BalanceWriter {

    private BalanceWriter() {}

    static Map<String, Object> balance(BalanceConfig balance) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("algorithm", balance.algorithm().key());
        map.put("hash", hash(balance.hash()));
        map.put("slow_start", Durations.format(balance.slowStart()));
        return map;
    }

    private static Map<String, Object> hash(HashConfig hash) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("by", Words.of(hash.by()));
        if (hash.name() != null) {
            map.put("name", hash.name());
        }
        return map;
    }
}
