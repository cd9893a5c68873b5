package dev.lbctl.launcher.cli;

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
    private final Lbctl lbctl;

    @Mixin
    private OutputFormat format = new OutputFormat();

    TokenCommand(Lbctl lbctl) {
        this.lbctl = lbctl;
    }

    @Override
    public Integer call() throws IOException {
        String token = lbctl.cluster().token();
        if (format.isJson()) {
            lbctl.output().json(Map.of("token", token));
        } else {
            lbctl.output().line(token);
        }
        return 0;
    }
}
