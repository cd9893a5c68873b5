package dev.lbctl.launcher.cli.config;

import dev.lbctl.config.file.ConfigFile;
import dev.lbctl.config.file.ConfigResult;
import dev.lbctl.config.file.EffectiveText;
import dev.lbctl.config.file.Variables;
import dev.lbctl.config.yaml.Origin;
import dev.lbctl.launcher.cli.line.Invocation;
import dev.lbctl.launcher.cli.line.OutputFormat;
import dev.lbctl.launcher.up.Chosen;
import dev.lbctl.launcher.up.FileChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lbctl config show}. */
@Command(
        name = "show",
        description = "Print the file that lbctl up would take: the one that is found, or the default.",
        footerHeading = "%nExample:%n",
        footer = {
            "  lbctl config show",
            "  lbctl config show --effective             every value, and where it comes from",
            "  BACKENDS=http://a:1,http://b:2 lbctl config show -o json | jq .origins"
        })
final class ConfigShowCommand implements Callable<Integer> {
    private final Invocation typed;

    @Mixin
    private FileChoice choice = new FileChoice();

    @Option(names = "--effective", description = "Every value that counts, with its origin: variable, file or default.")
    private boolean effective;

    @Mixin
    private OutputFormat format = new OutputFormat();

    ConfigShowCommand(Invocation typed) {
        this.typed = typed;
    }

    /** What {@code -o json} prints; values that {@code origins} does not name are defaults. */
    record Report(@Nullable String file, Map<String, Object> config, Map<String, String> origins) {}

    @Override
    public Integer call() throws IOException {
        Chosen chosen = Chosen.of(choice.place(typed.environment()), Variables.in(typed.environment()));
        Path file = chosen.place().file();
        switch (format.format()) {
            case json -> typed.output().json(report(chosen.valid(), file));
            case name -> typed.output().line(chosen.place().toString());
            case table -> {
                String text = effective
                        ? EffectiveText.of(chosen.valid())
                        : file == null ? ConfigFile.shippedText() : Files.readString(file);
                typed.output().data().print(text);
            }
        }
        return 0;
    }

    private static Report report(ConfigResult.Valid valid, @Nullable Path file) {
        Map<String, String> origins = new TreeMap<>();
        for (Map.Entry<String, Origin> each : valid.origins().entrySet()) {
            origins.put(each.getKey(), each.getValue().toString());
        }
        return new Report(file == null ? null : file.toString(), ConfigFile.tree(valid.config()), origins);
    }
}
