package dev.lbctl.balancer.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.head.RequestReader;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9112, section 3.2. */
class RequestTargetTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        # sentence | method and target | Host | what a server is asked for | its path
        origin-form is passed on as it is                       | GET /a/b                | h       | /a/b       | /a/b
        a query belongs to the target and not to the path       | GET /a?b=c?d            | h       | /a?b=c?d   | /a
        percent-encoding is neither read nor changed            | GET /%2e%2E/%zz         | h       | /%2e%2E/%zz| /%2e%2E/%zz
        two slashes at the start are a path                     | GET //x/y               | h       | //x/y      | //x/y
        absolute-form is asked for in origin-form               | GET http://h/a?b        | h       | /a?b       | /a
        an absolute target may name https                       | GET https://h/a         | h       | /a         | /a
        a scheme may be in any case                             | GET HtTp://h/a          | h       | /a         | /a
        an absolute target may name a port                      | GET http://h:81/        | h:81    | /          | /
        an absolute target without a path asks for the root     | GET http://h            | h       | /          | /
        an absolute target with a query only asks the root      | GET http://h?a=/b       | h       | /?a=/b     | /
        an absolute target's authority may be in another case   | GET http://HOST/        | host    | /          | /
        an absolute target may name an IPv6 address             | GET http://[::1]:8/x    | [::1]:8 | /x         | /x
        a URL in a query is no absolute target                  | GET /?u=http://x/       | h       | /?u=http://x/ | /
        OPTIONS may ask for the server as a whole               | OPTIONS *               | h       | *          | *
        OPTIONS with no path and no query means the server      | OPTIONS http://h        | h       | *          | *
        OPTIONS for an absolute path means that path            | OPTIONS http://h/       | h       | /          | /
        OPTIONS for an absolute query means the root            | OPTIONS http://h?x      | h       | /?x        | /
        CONNECT names a host and a port                         | CONNECT h:443           | h:443   | h:443      | h:443
        CONNECT may name an IPv6 address                        | CONNECT [2001:db8::1]:1 | h       | [2001:db8::1]:1 | [2001:db8::1]:1
        """)
    void is_accepted(String sentence, String line, String host, String asked, String path) {
        RequestReader reader = new RequestReader(Reading.LIMITS);
        ByteBuf in =
                Unpooled.copiedBuffer(line + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n", StandardCharsets.ISO_8859_1);

        assertThat(reader.read(in)).isEqualTo(Progress.DONE);
        assertThat(reader.head().originTarget()).isEqualTo(asked);
        assertThat(reader.head().path()).isEqualTo(path);
        assertThat(reader.head().host()).isEqualTo(host);
        assertThat(in.release()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        a path without a slash                      | GET a/b
        a query without a slash                     | GET ?a
        a fragment                                  | GET /a#b
        a fragment of an absolute target            | GET http://h/#b
        an asterisk for another method than OPTIONS | GET *
        more than an asterisk                       | OPTIONS *a
        two asterisks                               | OPTIONS **
        another scheme                              | GET ftp://h/
        a scheme alone                              | GET http:
        a scheme without slashes                    | GET http:h/a
        a scheme with one slash                     | GET http:/h/a
        an absolute target without an authority     | GET http:///a
        an absolute target with a query for a host  | GET http://?a
        user information                            | GET http://user@h/
        user information with a password            | GET http://user:secret@h/
        user information that is empty              | GET http://@h/
        a port without digits                       | GET http://h:/
        a port over 65535                           | GET http://h:65536/
        a port that is no number                    | GET http://h:a/
        a backslash before the path                 | GET http://h\\a/
        an authority for another method than CONNECT| GET h:443
        CONNECT without a port                      | CONNECT h
        CONNECT with an empty port                  | CONNECT h:
        CONNECT with an empty host                  | CONNECT :443
        CONNECT in origin-form                      | CONNECT /
        CONNECT in absolute-form                    | CONNECT http://h:443/
        CONNECT with a path                         | CONNECT h:443/a
        CONNECT with an asterisk                    | CONNECT *
        """)
    void is_refused_for(String sentence, String line) {
        assertThat(Reading.flawOf(null, line + " HTTP/1.1\r\nHost: h\r\n\r\n")).isEqualTo(Flaw.TARGET);
    }
}
