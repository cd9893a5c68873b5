package dev.lbctl.launcher.cli.look;

import dev.lbctl.launcher.cli.line.Invocation;
import dev.lbctl.launcher.cli.line.OutputFormat;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lbctl token}. */
@Command(
        name = "token",
        description = "Print the token that changes through the APIs need.",
        footerHeading = "%nExample:%n",
        footer = {
            "  lbctl token",
            "  curl -X POST -H \"Authorization: Bearer $(lbctl token)\" \\",
            "    localhost:8004/kill/server-3"
        })
final class TokenCommand implements Callable<Integer> {
    private final Invocation typed;

    @Mixin
    private OutputFormat format = new OutputFormat();

    TokenCommand(Invocation typed) {
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        String token = typed.cluster().token();
        if (format.isJson()) {
            typed.output().json(Map.of("token", token));
        } else {
            typed.output().line(token);
        }
        return 0;
    }
}
