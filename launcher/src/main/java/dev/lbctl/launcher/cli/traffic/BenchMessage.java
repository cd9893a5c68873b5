package dev.lbctl.launcher.cli.traffic;

import dev.lbctl.launcher.bench.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Each request of {@code lbctl bench}. */
final class BenchMessage {
    /** A field of a request (RFC 9110, section 5), as it may be typed. */
    private static final String FIELD = "[!#$%&'*+.^_`|~0-9A-Za-z-]+:[^\\p{Cntrl}]*";

    private static final String FRAMING = "(?i)(content-length|transfer-encoding|upgrade|expect):.*";

    @Option(names = "--path", paramLabel = "PATH", defaultValue = "/", description = "/ when left out.")
    private String path = "/";

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description = "GET when left out, or POST where there is a body.")
    private @Nullable String method;

    @Option(
            names = {"-H", "--header"},
            paramLabel = "NAME:VALUE",
            description = "A header field; as often as you like.")
    private List<String> headers = List.of();

    @ArgGroup
    private @Nullable Body body;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** Either of the two. */
    static final class Body {
        @Option(names = "--body", paramLabel = "TEXT", description = "What each request carries.")
        private @Nullable String text;

        @Option(names = "--body-file", paramLabel = "FILE", description = "The same, from a file.")
        private @Nullable Path file;

        private byte[] bytes() throws IOException {
            if (file != null) {
                return Files.readAllBytes(file);
            }
            return (text == null ? "" : text).getBytes(StandardCharsets.UTF_8);
        }
    }

    Message message() throws IOException {
        String wanted = method != null ? method : body == null ? "GET" : "POST";
        check(path.matches("/[!-~]*"), "--path is \"" + path + "\"; write one that begins with /");
        check(wanted.matches("[A-Z]{1,20}"), "--method is \"" + wanted + "\"; write one like GET");
        for (String header : headers) {
            check(header.matches(FIELD), "--header is \"" + header + "\"; write one like X-Team:a");
            check(!header.matches(FRAMING), "--header is \"" + header + "\"; that one is left to lbctl");
        }
        return new Message(wanted, path, headers, body == null ? new byte[0] : body.bytes());
    }

    private void check(boolean good, String otherwise) {
        if (!good) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }
}
