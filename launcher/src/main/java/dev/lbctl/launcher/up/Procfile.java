package dev.lbctl.launcher.up;

import dev.lbctl.config.LbConfig;
import dev.lbctl.config.PoolConfig;
import dev.lbctl.config.ProgramConfig;
import dev.lbctl.config.ShellCommand;
import dev.lbctl.launcher.console.ExitCode;
import dev.lbctl.launcher.console.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Procfile: {@code TYPE: COMMAND} a line. Copies of {@code web} are the pool {@code default} and take the traffic; those of any
 * other type are kept running, with a port of their own if they want one.
 *
 * @param commands by process type, in the order of the file
 */
record Procfile(Path file, Map<String, String> commands) {
    private static final Pattern LINE = Pattern.compile("([A-Za-z0-9][A-Za-z0-9_-]{0,62}):\\s*(\\S.*)");
    private static final String WEB = "web";

    static Procfile read(Path file) throws IOException {
        Map<String, String> commands = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(file);
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).strip();
            Matcher form = LINE.matcher(line);
            if (form.matches() && !form.group(1).equals(ProgramPool.DEFAULT)) {
                commands.put(form.group(1), form.group(2));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                throw refused(file + ":" + number + ": not a process type and its command", "write TYPE: COMMAND");
            }
        }
        if (!commands.containsKey(WEB)) {
            throw refused(file + " has no line for web, and so nothing that takes traffic", "write web: COMMAND");
        }
        return new Procfile(file, commands);
    }

    /** @param formation how many copies, by process type; one of what is left out, 0 leaves one out */
    LbConfig config(Map<String, Integer> formation) {
        for (String type : formation.keySet()) {
            if (!commands.containsKey(type)) {
                String known = String.join(", ", commands.keySet());
                throw refused(file + " has no process type " + type, "it has " + known);
            }
        }
        Map<String, PoolConfig> pools = new LinkedHashMap<>();
        commands.forEach((type, command) -> {
            int copies = formation.getOrDefault(type, 1);
            if (copies != 0 || type.equals(WEB)) {
                PoolConfig pool = pool(type, command, copies);
                pools.put(pool.name(), pool);
            }
        });
        return ProgramPool.alone(pools);
    }

    private PoolConfig pool(String type, String command, int copies) {
        boolean web = type.equals(WEB);
        Path directory =
                Objects.requireNonNull(file.toAbsolutePath().normalize().getParent());
        Path variables = directory.resolve(".env");
        ProgramConfig.Command program = new ProgramConfig.Command(
                ShellCommand.words(command), directory, Map.of(), Files.exists(variables) ? variables : null);
        return new ProgramPool(web ? ProgramPool.DEFAULT : type, program, copies, web, List.of(), null).config();
    }

    private static Failure refused(String what, String fix) {
        return new Failure(ExitCode.USAGE, what, fix);
    }
}
