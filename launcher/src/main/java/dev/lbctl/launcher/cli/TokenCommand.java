package dev.lbctl.launcher.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

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

    TokenCommand(Lbctl lbctl) {
        this.lbctl = lbctl;
    }

    @Override
    public Integer call() throws IOException {
        lbctl.output().line(lbctl.cluster().token());
        return 0;
    }
}
