package dev.lbctl.balancer.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9112, section 7.1. */
class ChunkTest {
    private static final String HEAD = "POST / HTTP/1.1⏎Host: h⏎Transfer-Encoding: chunked⏎⏎";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
        one chunk                                          | 3⏎abc⏎0⏎⏎                        | abc
        several chunks are one body                        | 1⏎a⏎2⏎bc⏎0⏎⏎                    | abc
        no chunk but the last                              | 0⏎⏎                              |
        the last chunk may have several zeros              | 000⏎⏎                            |
        a size in small hexadecimal digits                 | a⏎0123456789⏎0⏎⏎                 | 0123456789
        a size in large hexadecimal digits                 | A⏎0123456789⏎0⏎⏎                 | 0123456789
        a size of 16 digits                                | 0000000000000003⏎abc⏎0⏎⏎         | abc
        data may be any octets                             | 5⏎⏎␀␊é⏎0⏎⏎                       | ⏎␀␊é
        data may look like a last chunk                    | 5⏎0⏎⏎⏎0⏎⏎                        | 0⏎⏎
        an extension with a name                           | 3;a⏎abc⏎0⏎⏎                      | abc
        an extension with a value                          | 3;a=b⏎abc⏎0⏎⏎                    | abc
        an extension with a quoted value                   | 3;a="b"⏎abc⏎0⏎⏎                  | abc
        an extension with an empty quoted value            | 3;a=""⏎abc⏎0⏎⏎                   | abc
        a quoted value with semicolons, blanks and equals  | 3;a=";=␠␉"⏎abc⏎0⏎⏎               | abc
        a quoted value with escapes                        | 3;a="\\"\\\\␉"⏎abc⏎0⏎⏎           | abc
        a quoted value with octets over 0x7f               | 3;a="é"⏎abc⏎0⏎⏎                  | abc
        several extensions                                 | 3;a;b=c;d="e";f⏎abc⏎0⏎⏎          | abc
        blanks where the grammar has them                  | 3␠;␉a␠=␠b␉;c␠=␉"d"␠;e⏎abc⏎0⏎⏎    | abc
        an extension of the last chunk                     | 3⏎abc⏎0;a=b⏎⏎                    | abc
        """)
    void is_accepted(String sentence, String written, String body) {
        String octets = Notation.octets(HEAD + written);

        assertThat(Reading.ofRequests(octets).only().body()).isEqualTo(Notation.octets(body == null ? "" : body));
        assertThat(Reading.byteByByte(null, octets)).isEqualTo(Reading.ofRequests(octets));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
        # size
        no size                                            | ⏎                        | CHUNK_SIZE
        a size with a sign                                 | +3⏎                      | CHUNK_SIZE
        a size below zero                                  | -3⏎                      | CHUNK_SIZE
        a size with a prefix                               | 0x3⏎                     | CHUNK_SIZE
        a size that is no number                           | g⏎                       | CHUNK_SIZE
        a blank before the size                            | ␠3⏎                      | CHUNK_SIZE
        a size with an underscore                          | 1_0⏎                     | CHUNK_SIZE
        a size with an octet over 0x7f                     | é⏎                       | NOT_ASCII
        a size of 17 digits                                | 00000000000000003⏎       | CHUNK_SIZE
        a size over 2^60                                   | 1000000000000001⏎        | CHUNK_SIZE
        a size of 2^64 less one                            | ffffffffffffffff⏎        | CHUNK_SIZE
        a size of 2^63                                     | 8000000000000000⏎        | CHUNK_SIZE
        an extension without a size                        | ;a⏎                      | CHUNK_SIZE
        a quote instead of a size                          | "3"⏎                     | CHUNK_SIZE
        # line end
        a blank behind the size                            | 3␠⏎                      | CHUNK_EXTENSION
        a bare LF behind the size                          | 3␊                       | BARE_LF
        a bare LF without a size                           | ␊                        | BARE_LF
        a bare CR behind the size                          | 3␍abc                    | BARE_CR
        two CRs behind the size                            | 3␍⏎                      | BARE_CR
        a NUL behind the size                              | 3␀⏎                      | CONTROL_OCTET
        # extensions
        an extension without a name                        | 3;⏎                      | CHUNK_EXTENSION
        an empty extension before another                  | 3;;a⏎                    | CHUNK_EXTENSION
        a blank instead of a name                          | 3;␠⏎                     | CHUNK_EXTENSION
        a value without a name                             | 3;=b⏎                    | CHUNK_EXTENSION
        a name without its value                           | 3;a=⏎                    | CHUNK_EXTENSION
        a blank instead of a value                         | 3;a=␠⏎                   | CHUNK_EXTENSION
        a blank behind a name                              | 3;a␠⏎                    | CHUNK_EXTENSION
        a blank behind a value                             | 3;a=b␠⏎                  | CHUNK_EXTENSION
        a blank behind a quoted value                      | 3;a="b"␠⏎                | CHUNK_EXTENSION
        a blank inside a name                              | 3;a b⏎                   | CHUNK_EXTENSION
        a blank inside a value                             | 3;a=b c⏎                 | CHUNK_EXTENSION
        a second equals sign                               | 3;a=b=c⏎                 | CHUNK_EXTENSION
        a comma between extensions                         | 3;a,b⏎                   | CHUNK_EXTENSION
        an extension without its semicolon                 | 3 a⏎                     | CHUNK_EXTENSION
        a quoted name                                      | 3;"a"⏎                   | CHUNK_EXTENSION
        a quote that is not closed                         | 3;a="b⏎                  | CHUNK_EXTENSION
        something behind a quoted value                    | 3;a="b"c⏎                | CHUNK_EXTENSION
        a quote inside a value                             | 3;a=b"c"⏎                | CHUNK_EXTENSION
        an escaped CR in a quoted value                    | 3;a="\\⏎"⏎               | CHUNK_EXTENSION
        a bare LF in a quoted value                        | 3;a="␊"⏎                 | BARE_LF
        a bare LF behind an extension                      | 3;a␊                     | BARE_LF
        a bare LF in place of an extension's name          | 3;␊abc                   | BARE_LF
        a NUL in a quoted value                            | 3;a="␀"⏎                 | CONTROL_OCTET
        an escaped NUL in a quoted value                   | 3;a="\\␀"⏎               | CONTROL_OCTET
        an octet over 0x7f in a name                       | 3;é⏎                     | NOT_ASCII
        # end of the data
        data that is longer than its size                  | 3⏎abcd⏎                  | CHUNK_END
        data that is shorter than its size                 | 3⏎ab⏎0⏎⏎                 | CHUNK_END
        data without a line end                            | 3⏎abc0⏎⏎                 | CHUNK_END
        a bare LF behind the data                          | 3⏎abc␊                   | CHUNK_END
        a bare CR behind the data                          | 3⏎abc␍0⏎⏎                | CHUNK_END
        two line ends behind the data                      | 3⏎abc⏎⏎                  | CHUNK_SIZE
        """)
    void is_refused_for(String sentence, String written, Flaw flaw) {
        assertThat(Reading.flawOf(null, Notation.octets(HEAD + written))).isEqualTo(flaw);
    }

    @Test
    void a_size_may_be_2_to_the_power_of_60() {
        assertThat(Reading.flawOf(null, Notation.octets(HEAD + "1000000000000000⏎a")))
                .isNull();
    }

    @Test
    void a_line_may_have_256_bytes_and_no_more() {
        assertThat(Reading.flawOf(null, Notation.octets(HEAD + "3;" + "a".repeat(254) + "⏎")))
                .isNull();
        assertThat(Reading.flawOf(null, Notation.octets(HEAD + "3;" + "a".repeat(255))))
                .isEqualTo(Flaw.CHUNK_LINE);
    }
}
