package dev.lbctl.launcher.spec;

import dev.lbctl.config.ProgramConfig;
import dev.lbctl.launcher.process.Program;
import dev.lbctl.launcher.rundir.RunDirectory;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;

/** What the nodes of a pool run, out of its configuration. */
final class Programs {

    private Programs() {}

    /**
     * The program of every node of a pool; each has a log of its own in place of this one.
     *
     * @throws StartRefused when its directory is not there, or its file with variables cannot be used
     */
    static Program of(String pool, ProgramConfig config, RunDirectory directory) throws StartRefused {
        if (config instanceof ProgramConfig.Sample sample) {
            return new Program(JavaCommand.sampleServer(directory, sample.memory()), null, Map.of(), directory.logs());
        }
        ProgramConfig.Command command = (ProgramConfig.Command) config;
        if (!Files.isDirectory(command.directory())) {
            throw new StartRefused(
                    "pool " + pool + " is to run in " + command.directory() + ", and there is no such directory",
                    "make it, or write another pools." + pool + ".run.directory in the configuration");
        }
        Map<String, String> environment = new HashMap<>();
        if (command.envFile() != null) {
            environment.putAll(EnvFile.read(command.envFile()));
        }
        environment.putAll(command.environment());
        return new Program(command.words(), command.directory(), environment, directory.logs());
    }
}
