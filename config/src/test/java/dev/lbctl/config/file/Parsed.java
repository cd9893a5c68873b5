package dev.lbctl.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.config.LbConfig;
import java.util.List;

/** What reading a text comes to. */
final class Parsed {

    private Parsed() {}

    static LbConfig valid(String yaml) {
        ConfigResult result = ConfigFile.parse("lbctl.yaml", yaml);
        assertThat(result).isInstanceOf(ConfigResult.Valid.class);
        return ((ConfigResult.Valid) result).config();
    }

    /** What an operator is told. */
    static List<String> problems(String yaml) {
        ConfigResult result = ConfigFile.parse("lbctl.yaml", yaml);
        assertThat(result).isInstanceOf(ConfigResult.Invalid.class);
        return ((ConfigResult.Invalid) result)
                .problems().stream().map(ConfigProblem::toString).toList();
    }
}
