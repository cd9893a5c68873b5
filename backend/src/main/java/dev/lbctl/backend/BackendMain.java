package dev.lbctl.backend;

import dev.lbctl.backend.OptionsParser.Result.HelpAsked;
import dev.lbctl.backend.OptionsParser.Result.Invalid;
import dev.lbctl.backend.OptionsParser.Result.Valid;
import io.javalin.util.JavalinBindException;
import java.util.List;

/** Starts one sample server and lets it run until the process is told to end; exits 2 on wrong arguments, 1 when the port is taken. */
public final class BackendMain {
    private BackendMain() {}

    /** See {@code --help}. */
    public static void main(String[] args) {
        OptionsParser.Result result = OptionsParser.parse(List.of(args), System.getenv());
        if (result instanceof HelpAsked) {
            System.out.print(OptionsParser.HELP);
        } else if (result instanceof Invalid invalid) {
            System.err.println("lbctl backend: " + invalid.problem() + "; see --help");
            System.exit(2);
        } else if (result instanceof Valid valid) {
            run(valid.options());
        }
    }

    private static void run(BackendOptions options) {
        // The libraries' own logging costs a tenth of the time to start, and five of these start at once.
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
        System.setProperty("slf4j.internal.verbosity", "WARN");
        // Jetty would start the JVM's whole management to learn it, a fifth of that time.
        System.setProperty("org.eclipse.jetty.util.referencesPerCacheLine", "16");
        BackendServer server = new BackendServer(options);
        try {
            server.start();
        } catch (JavalinBindException taken) {
            System.err.printf(
                    "lbctl backend: %s cannot listen on %s:%d: the address is taken or not allowed; choose another with --port%n",
                    options.name(), options.host(), options.port());
            System.exit(1);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop"));
        System.out.println(options.name() + " listening on http://" + options.host() + ":" + server.port());
    }
}
