package dev.lbctl.config.write;

import dev.lbctl.config.BalanceConfig;
import dev.lbctl.config.CookieConfig;
import dev.lbctl.config.HashConfig;
import dev.lbctl.config.StickyConfig;
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
        StickyConfig sticky = balance.sticky();
        if (sticky != null) {
            map.put("sticky", sticky(sticky));
        }
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

    private static Map<String, Object> sticky(StickyConfig sticky) {
        CookieConfig attributes = sticky.attributes();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("cookie", sticky.cookie());
        map.put("path", attributes.path());
        if (attributes.domain() != null) {
            map.put("domain", attributes.domain());
        }
        map.put("same_site", Words.of(attributes.sameSite()));
        map.put("secure", Words.of(attributes.secure()));
        if (attributes.maxAge() != null) {
            map.put("max_age", Durations.format(attributes.maxAge()));
        }
        if (sticky.secretFile() != null) {
            map.put("secret_file", sticky.secretFile().toString());
        }
        map.put("on_drain", Words.of(sticky.onDrain()));
        return map;
    }
}
