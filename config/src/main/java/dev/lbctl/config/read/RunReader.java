package dev.lbctl.config.read;

import dev.lbctl.config.CareConfig;
import dev.lbctl.config.HealthConfig;
import dev.lbctl.config.NodeConfig;
import dev.lbctl.config.ProbeConfig;
import dev.lbctl.config.ProgramConfig;
import dev.lbctl.config.ReadyConfig;
import dev.lbctl.config.RestartPolicy;
import dev.lbctl.config.StopConfig;
import dev.lbctl.config.yaml.Kind;
import dev.lbctl.config.yaml.Section;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The nodes that the launcher starts for a pool; what a program of the operator's own is, is the {@link CommandReader}'s. */
final class RunReader {
    private static final int MOST = 200;
    private static final long MIB = 1 << 20;
    private static final Kind<RestartPolicy> RESTART = Kind.oneOf("when to start again", RestartPolicy.byKey());
    private static final Kind<StopConfig.Signal> SIGNAL = Kind.oneOf("a signal to end by", StopConfig.Signal.byName());

    private RunReader() {}

    /** @param file where relative paths begin in its directory */
    static NodeConfig run(Section s, HealthConfig health, Path file) {
        boolean command = s.has("command");
        refuseForeignKeys(s, command);
        int copies = command
                ? s.optional("copies", Kind.number(1, MOST)).orElse(1)
                : s.value("sample", Kind.number(1, MOST));
        ProgramConfig program = command
                ? CommandReader.command(s, file)
                : new ProgramConfig.Sample(s.value("memory", Kind.size(16 * MIB, 1024 * 1024 * MIB)));
        return new NodeConfig(
                program,
                copies,
                s.value("first_port", Kind.number(1, 65_535)),
                s.optional("traffic", Kind.flag()).orElse(true),
                s.values("watch", CommandReader.path(file)),
                care(s, health));
    }

    private static void refuseForeignKeys(Section s, boolean command) {
        List<String> foreign = command
                ? List.of("sample", "memory")
                : List.of("copies", "directory", "environment", "env_file", "traffic", "watch");
        for (String key : foreign) {
            if (s.isWritten(key)) {
                String what = key + (command ? " is for sample servers" : " is for a command");
                s.problem(key, what, "remove " + key + (command ? ", or command" : ", or write command: PROGRAM"));
            }
        }
    }

    private static CareConfig care(Section s, HealthConfig health) {
        return new CareConfig(
                s.section("ready", ready -> ready(ready, health)),
                s.section("stop", RunReader::stop),
                s.value("restart", RESTART));
    }

    private static ReadyConfig ready(Section s, HealthConfig health) {
        Duration timeout = s.value("timeout", Kind.duration());
        boolean tcp = s.optional("tcp", Kind.flag())
                .orElse(!s.has("http") && health.probe().type() == ProbeConfig.Type.TCP);
        if (tcp && s.has("http")) {
            s.problem("http", "ready has http and tcp", "keep one of the two");
        }
        String path = s.optional("http", FitnessReader.PATH)
                .orElse(
                        health.probe().type() == ProbeConfig.Type.TCP
                                ? "/"
                                : health.probe().path());
        return new ReadyConfig(tcp ? null : path, timeout);
    }

    private static StopConfig stop(Section s) {
        return new StopConfig(s.value("signal", SIGNAL), s.value("timeout", Kind.duration()));
    }
}
