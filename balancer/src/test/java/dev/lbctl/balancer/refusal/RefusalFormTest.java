package dev.lbctl.balancer.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lbctl.balancer.http.Fields;
import dev.lbctl.balancer.http.Framing;
import dev.lbctl.balancer.http.RequestHead;
import dev.lbctl.balancer.http.Version;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How a refusal is told: in the form the client likes best, whole, and with nothing in it that could be read otherwise. */
class RefusalFormTest {
    private static final Refusal REFUSAL = new Refusal(
            GatewayError.NO_MEMBER,
            "No \"backend\" <now>.",
            "id-1",
            List.of("one: refused, C:\\tmp \"x\"\n<b>", "two: timeout"),
            null);

    private static String written(Refusal refusal, String method, Version version, String... fields) {
        RequestHead request = new RequestHead(method, "/", version, Fields.of(fields), Framing.NONE);
        ByteBuf out = Unpooled.buffer();
        refusal.write(out, request, true);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*                                             | application/json",
                "''                                              | application/json",
                "image/png                                       | application/json",
                "application/json                                | application/json",
                "application/*                                   | application/json",
                "text/html                                       | text/html",
                "TEXT/HTML                                       | text/html",
                "text/html;level=1                               | text/html",
                "text/plain                                      | text/plain",
                "text/*                                          | text/html",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/html",
                "text/plain, text/html                           | text/plain",
                "text/plain;q=0.5, text/html                     | text/html",
                "text/html;q=0.5, application/json;q=0.6         | application/json",
                "text/html ; q=0.5 , application/json ; q=0.600  | application/json",
                "text/html;q=0, */*                              | application/json",
                "application/json;q=0, */*;q=0.1                 | text/html",
                "application/json;q=0, text/*;q=0.1, text/html;q=0 | text/plain",
                "*/*, text/plain                                 | text/plain",
                "text/html;q=0                                   | application/json",
                "*/*;q=0                                         | application/json",
                "text/html;q=nonsense                            | text/html",
                "not-text/html                                   | application/json",
                "text/htmlx                                      | application/json",
                ",,text/html,,                                   | text/html",
            })
    void is_the_one_that_the_client_likes_best(String accept, String type) {
        assertThat(written(REFUSAL, "GET", Version.HTTP_1_1, "Accept", accept)).contains("Content-Type: " + type);
    }

    @Test
    void several_lines_of_likings_are_one() {
        assertThat(written(REFUSAL, "GET", Version.HTTP_1_1, "Accept", "text/html;q=0.1", "Accept", "text/plain"))
                .contains("Content-Type: text/plain");
    }

    @Test
    void json_is_json_whatever_stands_in_it() throws IOException {
        JsonNode json = new ObjectMapper().readTree(body(written(REFUSAL, "GET", Version.HTTP_1_1)));

        assertThat(json.get("error").asText()).isEqualTo("no_member");
        assertThat(json.get("detail").asText()).isEqualTo("No \"backend\" <now>.");
        assertThat(json.get("request_id").asText()).isEqualTo("id-1");
        assertThat(json.get("tried").get(0).asText()).isEqualTo("one: refused, C:\\tmp \"x\" <b>");
        assertThat(json.get("tried").get(1).asText()).isEqualTo("two: timeout");
    }

    @Test
    void html_has_no_markup_but_its_own() {
        assertThat(body(written(REFUSAL, "GET", Version.HTTP_1_1, "Accept", "text/html")))
                .contains("503 Service Unavailable", "No \"backend\" &lt;now&gt;.", "no_member id-1", "&lt;b&gt;")
                .doesNotContain("<now>", "<b>");
    }

    @Test
    void text_says_the_same() {
        assertThat(body(written(REFUSAL, "GET", Version.HTTP_1_1, "Accept", "text/plain")))
                .contains(
                        "503 Service Unavailable\nNo \"backend\" <now>.\n", "tried two: timeout\n", "no_member id-1\n");
    }

    @Test
    void the_answer_to_head_has_a_length_and_no_body() {
        String answer = written(REFUSAL, "HEAD", Version.HTTP_1_1);

        assertThat(answer).contains("Content-Length: ").endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @EnumSource(GatewayError.class)
    void every_refusal_is_framed_and_kept_by_nobody(GatewayError error) {
        String answer = written(new Refusal(error, error.detail(), null, List.of(), null), "GET", Version.HTTP_1_0);

        assertThat(answer)
                .startsWith("HTTP/1.1 " + error.status() + " ")
                .contains("Content-Length: " + body(answer).length() + "\r\n")
                .contains("Cache-Control: no-store\r\n")
                .contains("Connection: keep-alive\r\n")
                .contains("\"error\":\"" + error.cause() + "\"")
                .doesNotContain("request_id", "tried");
        assertThat(answer.contains("Retry-After: 1\r\n")).isEqualTo(error.status() == 503);
    }
}
