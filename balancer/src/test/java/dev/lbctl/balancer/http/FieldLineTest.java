package dev.lbctl.balancer.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9112, section 5, and RFC 9110, section 5. */
class FieldLineTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
        a name, a colon, a space and a value        | A: b                           | A=b
        no space behind the colon                   | A:b                            | A=b
        blanks around the value are dropped         | A:␠␉␠b␠␉␠                      | A=b
        blanks inside the value stay                | A: b␠␉␠c                       | A=b␠␉␠c
        a value may be empty                        | A:                             | A=
        a value of blanks is empty                  | A:␠␉␠                          | A=
        a value may begin with a colon              | A::b                           | A=:b
        a value may have a colon behind a blank     | A: : b                         | A=: b
        a name may have every character of a token  | !#$%&'*+-.^_`09aZ~: b          | !#$%&'*+-.^_`09aZ~=b
        a name may have one character               | A: b                           | A=b
        a name with an underscore is another name   | Content_Length: x              | Content_Length=x
        a name keeps its spelling                   | x-CASE: b                      | x-CASE=b
        a value may have octets over 0x7f           | A: é                           | A=é
        a value may have every visible character    | A: !"#$%&'()*+,-./:;<=>?@[]^_`{}~ | A=!"#$%&'()*+,-./:;<=>?@[]^_`{}~
        fields with one name stay apart, in order   | A: 1⏎a: 2⏎A: 1                 | A=1⏎a=2⏎A=1
        """)
    void is_accepted(String sentence, String lines, String read) {
        Message message = Reading.ofRequests(request(lines)).only();

        assertThat(message.fields().stream().skip(1))
                .containsExactly(Notation.octets(read).split("\r\n", -1));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
        a space before the colon                    | A : b                | SPACE_BEFORE_COLON
        a HTAB before the colon                     | A␉: b                | SPACE_BEFORE_COLON
        a space inside the name                     | A B: c               | SPACE_BEFORE_COLON
        a space before the colon of the length      | Content-Length : 3   | SPACE_BEFORE_COLON
        a line that is folded with a space          | A: b⏎␠c              | FOLDED_LINE
        a line that is folded with a HTAB           | A: b⏎␉c              | FOLDED_LINE
        a line of blanks                            | A: b⏎␠               | FOLDED_LINE
        a field that hides in a folded line         | A: b⏎␠Host: c        | FOLDED_LINE
        a line without a colon                      | A                    | NO_COLON
        a line without a name                       | : b                  | EMPTY_NAME
        a colon alone                               | :                    | EMPTY_NAME
        a name in brackets                          | (A): b               | FIELD_NAME
        a comma in a name                           | A,B: c               | FIELD_NAME
        a slash in a name                           | A/B: c               | FIELD_NAME
        a quote in a name                           | "A": c               | FIELD_NAME
        a semicolon in a name                       | A;B: c               | FIELD_NAME
        a brace in a name                           | {A}: c               | FIELD_NAME
        an octet over 0x7f in a name                | Aé: c                | NOT_ASCII
        an octet over 0x7f at the start of a name   | éA: c                | NOT_ASCII
        a NUL in a name                             | A␀: c                | CONTROL_OCTET
        a DEL in a name                             | A␡: c                | CONTROL_OCTET
        a backspace at the start of a line          | ␈A: c                | CONTROL_OCTET
        a NUL in a value                            | A: b␀c               | CONTROL_OCTET
        a vertical tab before a value               | A:␋b                 | CONTROL_OCTET
        a form feed behind a value                  | A: b␌                | CONTROL_OCTET
        an escape in a value                        | A: ␛[31m             | CONTROL_OCTET
        a DEL in a value                            | A: ␡                 | CONTROL_OCTET
        the unit separator in a value               | A: ␟                 | CONTROL_OCTET
        a bare LF inside a value                    | A: b␊C: d            | BARE_LF
        a bare LF at the end of a value             | A: b␊                | BARE_LF
        a bare LF in a name                         | A␊                   | BARE_LF
        a bare LF at the start of a line            | ␊A: b                | BARE_LF
        a bare CR inside a value                    | A: b␍c               | BARE_CR
        a bare CR before the line end               | A: b␍                | BARE_CR
        a CR behind a name                          | A␍: b                | NO_COLON
        """)
    void is_refused_for(String sentence, String lines, Flaw flaw) {
        assertThat(Reading.flawOf(null, request(lines))).isEqualTo(flaw);
    }

    @Test
    void is_refused_for_white_space_between_the_request_line_and_the_first_field() {
        assertThat(Reading.flawOf(null, "GET / HTTP/1.1\r\n Host: h\r\n\r\n")).isEqualTo(Flaw.FOLDED_LINE);
    }

    private static String request(String lines) {
        return Notation.octets("GET / HTTP/1.1⏎Host: h⏎" + lines + "⏎⏎");
    }
}
