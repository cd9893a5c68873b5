package dev.lbctl.balancer.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.header.Peer;
import dev.lbctl.balancer.header.RequestIds;
import dev.lbctl.balancer.http.Fields;
import dev.lbctl.balancer.http.Framing;
import dev.lbctl.balancer.http.RequestHead;
import dev.lbctl.balancer.http.Version;
import dev.lbctl.balancer.metrics.Asked;
import org.junit.jupiter.api.Test;

class CallerTest {
    private final Caller caller = new Caller(new Peer("192.0.2.7", false, false));

    private Asked asked(String target, String userAgent) {
        Fields fields = Fields.of("Host", "a", "User-Agent", userAgent);
        RequestHead head = new RequestHead("GET", target, Version.HTTP_1_1, fields, Framing.NONE);
        return caller.asked(caller.request(head, new RequestIds(1)));
    }

    @Test
    void what_is_asked_again_is_kept_once() {
        assertThat(asked("/", "one")).isSameAs(asked("/", "one"));
    }

    @Test
    void of_another_request_what_it_has_in_common_with_the_last_is_kept_once() {
        Asked first = asked("/", "one");
        Asked second = asked("/other", "one");

        assertThat(second).isEqualTo(new Asked("192.0.2.7", "GET", "/other", "HTTP/1.1", "a", null, "one"));
        assertThat(second.userAgent()).isSameAs(first.userAgent());
        assertThat(second.host()).isSameAs(first.host());
        assertThat(asked("/other", "two").userAgent()).isEqualTo("two");
    }
}
