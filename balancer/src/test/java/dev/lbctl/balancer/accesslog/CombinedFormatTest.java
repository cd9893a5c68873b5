package dev.lbctl.balancer.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.metrics.RequestRecord;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CombinedFormatTest {
    /** What every reader of the combined format expects at the beginning of a line. */
    private static final Pattern COMBINED = Pattern.compile(
            "^(\\S+) - - \\[([^]]+)] \"(\\S+) (\\S+) (\\S+)\" (\\d{3}) (\\d+) \"([^\"]*)\" \"([^\"]*)\" (.*)\n$");

    private final CombinedFormat format = new CombinedFormat();

    @Test
    void ours_follows_what_every_reader_knows() {
        assertThat(line(Requests.plain(1)))
                .isEqualTo("127.0.0.1 - - [09/Mar/2026:08:07:06 +0000] \"GET /item?id=1 HTTP/1.1\" 200 1024"
                        + " \"http://a/b\" \"curl/8\" host=\"localhost:8000\" bytes_in=7 cause=\"-\" duration_ms=12.001"
                        + " queue_ms=0.500 connect_ms=0.002 first_byte_ms=11.000 pool=\"web\" backend=\"server-2\""
                        + " attempts=2 request_id=\"id-1\"\n");
    }

    @Test
    void what_is_not_known_is_a_dash() {
        assertThat(line(Requests.refused()))
                .isEqualTo("::1 - - [09/Mar/2026:08:07:06 +0000] \"GET / HTTP/1.0\" 000 0 \"-\" \"-\" host=\"-\""
                        + " bytes_in=0 cause=\"client_gone\" duration_ms=1.235 queue_ms=- connect_ms=- first_byte_ms=-"
                        + " pool=\"-\" backend=\"-\" attempts=0 request_id=\"id-1\"\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a\" 200 5 \"-\" \"- | a\\x22 200 5 \\x22-\\x22 \\x22-",
                "'a\\\" b'         | a\\x5c\\x22 b",
                "'a\r\n::1 - -'    | a\\x0d\\x0a::1 - -",
                "'\u001b[2J\u007f' | \\x1b[2J\\x7f",
                "caf\u00e9\u2028   | caf\\xe9\\u2028",
            })
    void no_word_of_a_request_forges_or_breaks_a_line(String word, String written) {
        String line = line(Requests.saying(word));
        assertThat(line).matches("[ -~]*\n");
        Matcher read = COMBINED.matcher(line);
        assertThat(read.matches()).as(line).isTrue();
        assertThat(read.group(4)).isEqualTo(written.replace(" ", "\\x20"));
        assertThat(read.group(9)).isEqualTo(written);
        assertThat(read.group(10)).contains("backend=\"" + written + "\"");
    }

    private String line(RequestRecord request) {
        StringBuilder line = new StringBuilder();
        format.append(request, line);
        return line.toString();
    }
}
