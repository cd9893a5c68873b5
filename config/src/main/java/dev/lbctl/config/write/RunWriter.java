package dev.lbctl.config.write;

import dev.lbctl.config.NodeConfig;
import dev.lbctl.config.ProgramConfig;
import dev.lbctl.config.ReadyConfig;
import dev.lbctl.config.StopConfig;
import dev.lbctl.config.yaml.Durations;
import dev.lbctl.config.yaml.Sizes;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The nodes of a pool as the file has them. */
final class RunWriter {

    private RunWriter() {}

    static Map<String, Object> run(NodeConfig run) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (run.program() instanceof ProgramConfig.Sample sample) {
            map.put("sample", run.copies());
            map.put("memory", Sizes.format(sample.memory()));
        } else if (run.program() instanceof ProgramConfig.Command command) {
            map.put("command", command.words());
            map.put("copies", run.copies());
            map.put("directory", command.directory().toString());
            map.put("environment", command.environment());
            map.put("traffic", run.traffic());
            map.put("watch", run.watch().stream().map(Path::toString).toList());
            if (command.envFile() != null) {
                map.put("env_file", command.envFile().toString());
            }
        }
        map.put("first_port", run.firstPort());
        map.put("ready", ready(run.care().ready()));
        map.put("stop", stop(run.care().stop()));
        map.put("restart", run.care().restart().key());
        return map;
    }

    private static Map<String, Object> ready(ReadyConfig ready) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (ready.http() == null) {
            map.put("tcp", true);
        } else {
            map.put("http", ready.http());
        }
        map.put("timeout", Durations.format(ready.timeout()));
        return map;
    }

    private static Map<String, Object> stop(StopConfig stop) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("signal", stop.signal().name());
        map.put("timeout", Durations.format(stop.timeout()));
        return map;
    }
}
