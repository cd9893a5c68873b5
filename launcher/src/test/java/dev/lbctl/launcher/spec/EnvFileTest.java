package dev.lbctl.launcher.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvFileTest {
    @TempDir
    Path directory;

    @Test
    void keys_quotes_and_comments_are_read_as_a_shell_would() throws Exception {
        String text = """
                # a comment

                PLAIN=a b  # behind a value
                  export SPACED = x
                HASH=a#b
                EMPTY=
                BLANK= # nothing
                SINGLE='a "b" $c \\n' # as it is
                DOUBLE="a 'b' \\"c\\" \\$d\\n"
                """;

        assertThat(read(text))
                .isEqualTo(Map.of(
                        "PLAIN", "a b",
                        "SPACED", "x",
                        "HASH", "a#b",
                        "EMPTY", "",
                        "BLANK", "",
                        "SINGLE", "a \"b\" $c \\n",
                        "DOUBLE", "a 'b' \"c\" $d\n"));
    }

    @Test
    void what_is_no_variable_is_refused_with_its_line() {
        assertThatThrownBy(() -> read("A=1\njust words\n"))
                .isInstanceOf(StartRefused.class)
                .hasMessageEndingWith("app.env:2: not KEY=value");
        assertThatThrownBy(() -> read("A='open\n")).hasMessageEndingWith("app.env:1: not KEY=value");
        assertThatThrownBy(() -> EnvFile.read(directory.resolve("none"))).hasMessageEndingWith("there is no such file");
    }

    private Map<String, String> read(String text) throws StartRefused, IOException {
        return EnvFile.read(Files.writeString(directory.resolve("app.env"), text));
    }
}
