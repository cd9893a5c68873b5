package dev.lbctl.config.write;

import dev.lbctl.config.BackendConfig;
import dev.lbctl.config.LbConfig;
import dev.lbctl.config.ManagementConfig;
import dev.lbctl.config.NodeConfig;
import dev.lbctl.config.PoolConfig;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import org.yaml.snakeyaml.serializer.Serializer;

/** Turns the records back into the file they could have been read from, every default written out. */
public final class ConfigWriter {

    private ConfigWriter() {}

    /** As maps, lists and single values. */
    public static Map<String, Object> tree(LbConfig config) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("listener", ListenerWriter.listener(config.listener()));
        root.put("admin", Map.of("address", config.admin().address().toString()));
        root.put("management", management(config.management()));
        Map<String, Object> pools = new LinkedHashMap<>();
        config.pools().forEach((name, pool) -> pools.put(name, pool(pool)));
        root.put("pools", pools);
        root.put("routes", config.routes().stream().map(RouteWriter::route).toList());
        return root;
    }

    private static Map<String, Object> management(ManagementConfig management) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("address", management.address().toString());
        map.put("watch_config", management.watchConfig());
        return map;
    }

    /** A {@link #tree} as YAML. */
    public static String text(Map<String, Object> tree) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(FlowStyle.BLOCK);
        options.setSplitLines(false);
        options.setDereferenceAliases(true);
        StringWriter text = new StringWriter();
        Serializer serializer = new Serializer(new Emitter(text, options), new Resolver(), options, null);
        try {
            serializer.open();
            serializer.serialize(new Representer(options).represent(tree));
            serializer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static Map<String, Object> pool(PoolConfig pool) {
        Map<String, Object> map = BalanceWriter.balance(pool.balance());
        NodeConfig run = pool.run();
        if (run != null) {
            map.put("run", RunWriter.run(run));
        }
        map.put("backends", backends(pool.backends()));
        map.putAll(FitnessWriter.fitness(pool.fitness()));
        map.putAll(TrafficWriter.traffic(pool.traffic()));
        return map;
    }

    private static List<Map<String, Object>> backends(List<BackendConfig> backends) {
        return backends.stream()
                .map(backend -> {
                    Map<String, Object> map = new LinkedHashMap<>();
                    map.put("name", backend.name());
                    map.put("url", backend.address().url());
                    map.put("weight", backend.weight());
                    return map;
                })
                .toList();
    }
}
