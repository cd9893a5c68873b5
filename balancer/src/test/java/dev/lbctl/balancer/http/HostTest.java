package dev.lbctl.balancer.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9112, section 3.2, and RFC 9110, section 7.2. */
class HostTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
        a name                                            | example.com
        a name with a port                                | example.com:8080
        a name with the highest port                      | h:65535
        a name with port zero                             | h:0
        a name that ends in a dot                         | example.com.
        an IPv4 address                                   | 127.0.0.1:80
        an IPv6 address                                   | [2001:db8::7]
        an IPv6 address with a port                       | [::1]:8080
        an IPv6 address that ends as IPv4                 | [::ffff:127.0.0.1]
        every unreserved character                        | a-Z_0.9~
        a percent-encoded octet                           | a%C3%bc.example
        """)
    void is_accepted_with(String sentence, String host) {
        assertThat(Reading.flawOf(null, "GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n"))
                .isNull();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
        nothing in it                                     | ␠
        a port alone                                      | :80
        an empty port                                     | h:
        a port over 65535                                 | h:65536
        a port of six digits                              | h:000080
        a port with a sign                                | h:+80
        a port that is no number                          | h:http
        two ports                                         | h:80:81
        a space inside                                    | a b
        two hosts in a list                               | a, b
        two hosts in a list without a space               | a,b
        a delimiter that a registered name could have     | a;b
        a path                                            | h/a
        a query                                           | h?a
        a fragment                                        | h#a
        user information                                  | user@h
        a scheme                                          | http://h
        a backslash                                       | h\\a
        an at sign behind an underscore                     | _@h
        a quote                                           | "h"
        an angle bracket                                  | <h>
        a percent sign that encodes nothing               | h%zz
        a percent sign at the end                         | h%4
        an octet over 0x7f                                | hé
        an IPv6 address without brackets                  | ::1
        an IPv6 address that is not closed                | [::1
        an IPv6 address with something behind             | [::1]a
        an IPv6 address with an empty port                | [::1]:
        an IPv6 address with a zone                       | [fe80::1%25eth0]
        an IPv4 address in brackets                       | [127.0.0.1]
        a name in brackets                                | [abc]
        a name and a port in brackets                     | [abc:80]
        an address of a later version                     | [v1.a:b:c]
        empty brackets                                    | []
        """)
    void is_refused_with(String sentence, String host) {
        assertThat(Reading.flawOf(null, Notation.octets("GET / HTTP/1.1⏎Host: " + host + "⏎⏎")))
                .isEqualTo(Flaw.HOST);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        HTTP/1.1 needs a Host                             | GET / HTTP/1.1⏎⏎                           | HOST_MISSING
        HTTP/1.1 needs a Host beside an absolute target   | GET http://h/ HTTP/1.1⏎⏎                   | HOST_MISSING
        CONNECT needs a Host                              | CONNECT h:1 HTTP/1.1⏎⏎                     | HOST_MISSING
        a second Host                                     | GET / HTTP/1.1⏎Host: a⏎Host: b⏎⏎           | HOST_REPEATED
        a second Host that is equal                       | GET / HTTP/1.1⏎Host: a⏎hOST: a⏎⏎           | HOST_REPEATED
        a second Host far from the first                  | GET / HTTP/1.1⏎Host: a⏎A: b⏎Host: a⏎⏎      | HOST_REPEATED
        a second Host in HTTP/1.0                         | GET / HTTP/1.0⏎Host: a⏎Host: a⏎⏎           | HOST_REPEATED
        a malformed Host in HTTP/1.0                      | GET / HTTP/1.0⏎Host: a b⏎⏎                 | HOST
        a Host other than the target's                    | GET http://a/ HTTP/1.1⏎Host: b⏎⏎           | HOST_DIFFERS
        a Host with another port than the target's        | GET http://a:1/ HTTP/1.1⏎Host: a:2⏎⏎       | HOST_DIFFERS
        a Host without the target's port                  | GET http://a:80/ HTTP/1.1⏎Host: a⏎⏎        | HOST_DIFFERS
        a Host that the target's begins with              | GET http://a.b/ HTTP/1.0⏎Host: a⏎⏎         | HOST_DIFFERS
        """)
    void is_refused(String sentence, String head, Flaw flaw) {
        assertThat(Reading.flawOf(null, Notation.octets(head))).isEqualTo(flaw);
    }

    @Test
    void http_1_0_may_do_without() {
        assertThat(Reading.ofRequests("GET / HTTP/1.0\r\n\r\n").only().start()).isEqualTo("GET / HTTP_1_0");
    }

    @Test
    void of_an_absolute_target_without_a_host_field_is_the_targets() {
        RequestHead head = new RequestHead("GET", "http://a:1/b", Version.HTTP_1_0, Fields.NONE, Framing.NONE);

        assertThat(head.host()).isEqualTo("a:1");
        assertThat(new RequestHead("GET", "/b", Version.HTTP_1_0, Fields.NONE, Framing.NONE).host())
                .isNull();
    }
}
