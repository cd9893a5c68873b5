package dev.lbctl.balancer.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lbctl.balancer.metrics.RequestRecord;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFormatTest {
    private final JsonFormat format = new JsonFormat();

    @Test
    void a_line_is_an_object_with_every_field() {
        assertThat(line(Requests.plain(1)))
                .isEqualTo("{\"time\":\"2026-03-09T08:07:06.054Z\",\"request_id\":\"id-1\",\"client\":\"127.0.0.1\","
                        + "\"method\":\"GET\",\"target\":\"/item?id=1\",\"version\":\"HTTP/1.1\",\"host\":\"localhost:8000\","
                        + "\"referer\":\"http://a/b\",\"user_agent\":\"curl/8\",\"status\":200,\"bytes_in\":7,"
                        + "\"bytes_out\":1024,\"cause\":null,\"duration_ms\":12.001,\"queue_ms\":0.500,"
                        + "\"connect_ms\":0.002,\"first_byte_ms\":11.000,\"pool\":\"web\",\"backend\":\"server-2\","
                        + "\"attempts\":2}\n");
    }

    @Test
    void what_is_not_known_is_null() {
        assertThat(line(Requests.refused()))
                .contains("\"host\":null,\"referer\":null,\"user_agent\":null,\"status\":0")
                .contains("\"cause\":\"client_gone\",\"duration_ms\":1.235,\"queue_ms\":null,\"connect_ms\":null")
                .endsWith("\"pool\":null,\"backend\":null,\"attempts\":0}\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\",\"status\":200,\"x\":\"",
                "\\",
                "\\\"",
                "\r\n{\"forged\":1}\n",
                "\u0000\u0001\u001b[2J\u007f",
                "caf\u00e9 \u0080\u0085\u00ff \u2028 \ud83d\ude00",
                "</script>"
            })
    void no_word_of_a_request_forges_or_breaks_a_line(String word) throws IOException {
        String line = line(Requests.saying(word));
        assertThat(line).matches("[ -~]*\n");
        JsonNode read = new ObjectMapper().readTree(line);
        assertThat(read.properties()).hasSize(20);
        for (String field :
                "request_id client method target version host referer user_agent cause pool backend".split(" ", -1)) {
            assertThat(read.get(field).asText()).as(field).isEqualTo(word);
        }
    }

    private String line(RequestRecord request) {
        StringBuilder line = new StringBuilder();
        format.append(request, line);
        return line.toString();
    }
}
