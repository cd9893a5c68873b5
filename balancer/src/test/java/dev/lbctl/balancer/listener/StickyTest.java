package dev.lbctl.balancer.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lbctl.balancer.Nobody;
import dev.lbctl.balancer.TestConfig;
import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Duty;
import dev.lbctl.balancer.pool.Health;
import dev.lbctl.config.ConnectionConfig;
import dev.lbctl.config.CookieConfig;
import dev.lbctl.config.CookieConfig.SameSite;
import dev.lbctl.config.CookieConfig.Secure;
import dev.lbctl.config.ExposureConfig;
import dev.lbctl.config.ListenerConfig;
import dev.lbctl.config.StickyConfig;
import dev.lbctl.config.StickyConfig.OnDrain;
import dev.lbctl.config.TrafficConfig;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sessions in a pool of one and two, which take turns with whatever has no session. */
class StickyTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    private final Queue<Message> received = new ConcurrentLinkedQueue<>();
    private final PlayedBackend one = PlayedBackend.greeting("one");
    private final PlayedBackend two = PlayedBackend.greeting("two");
    private final List<AutoCloseable> open = new ArrayList<>(List.of(one, two));

    StickyTest() throws IOException {}

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    private TestProxy proxy(ListenerConfig listener, TrafficConfig traffic, OnDrain onDrain, Backend... backends)
            throws IOException {
        CookieConfig attributes = new CookieConfig("/", null, SameSite.LAX, Secure.AUTO, null);
        TestProxy proxy =
                TestProxy.sticky(listener, traffic, new StickyConfig("at", attributes, null, onDrain), backends);
        open.add(0, proxy);
        return proxy;
    }

    private TestProxy proxy(OnDrain onDrain) throws IOException {
        return proxy(TestConfig.LISTENER, TestConfig.POOL.traffic(), onDrain, one.backend(), two.backend());
    }

    private TestProxy proxy(Backend... backends) throws IOException {
        return proxy(TestConfig.LISTENER, TestConfig.POOL.traffic(), OnDrain.FINISH, backends);
    }

    private static Message ask(TestProxy proxy, String fields) throws IOException {
        try (Wire client = proxy.connect()) {
            return client.send("GET / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n")
                    .message();
        }
    }

    private static Message askWith(TestProxy proxy, String cookie) throws IOException {
        return ask(proxy, "Cookie: " + cookie + "\r\n");
    }

    /** The pair of the Set-Cookie. */
    private static String cookie(Message answer) {
        return answer.field("set-cookie").replaceFirst(";.*", "");
    }

    @Test
    void a_client_stays_where_it_was_first_and_is_told_so_once() throws IOException {
        TestProxy proxy = proxy(OnDrain.FINISH);
        Message first = ask(proxy, "");

        assertThat(first.field("set-cookie")).matches("at=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax");
        assertThat(first.field("cache-control")).isEqualTo("private");
        for (int i = 0; i < 5; i++) {
            Message next = askWith(proxy, "theme=dark; " + cookie(first));
            assertThat(next.body()).isEqualTo(first.body());
            assertThat(next.head()).doesNotContain("Set-Cookie", "Cache-Control");
        }
    }

    @Test
    void others_take_their_turns_all_the_while() throws IOException {
        TestProxy proxy = proxy(OnDrain.FINISH);
        String cookie = cookie(ask(proxy, ""));

        for (String turn : List.of("two", "one", "two")) {
            askWith(proxy, cookie);
            assertThat(ask(proxy, "").body()).isEqualTo(turn);
        }
    }

    @Test
    void every_request_of_a_connection_is_looked_at_by_itself() throws IOException {
        TestProxy proxy = proxy(OnDrain.FINISH);
        String one = cookie(ask(proxy, ""));
        String two = cookie(ask(proxy, ""));
        String get = "GET / HTTP/1.1\r\nHost: a\r\nCookie: %s\r\n\r\n";

        try (Wire client = proxy.connect()) {
            client.send(get.formatted(two) + get.formatted(one) + get.formatted(two));
            assertThat(client.message().body()).isEqualTo("two");
            assertThat(client.message().body()).isEqualTo("one");
            assertThat(client.message().body()).isEqualTo("two");
        }
    }

    @Test
    void a_backend_never_sees_the_cookie_and_all_others_as_they_were() throws IOException {
        PlayedBackend watched = PlayedBackend.answering(received, OK);
        open.add(watched);
        TestProxy proxy = proxy(watched.backend());
        String cookie = cookie(ask(proxy, ""));
        received.clear();

        askWith(proxy, "a=\"1, 2\"; " + cookie + ";b=\u00e9");
        ask(proxy, "Cookie: " + cookie + "\r\ncookie: at=garbled; c=3\r\n");

        assertThat(received)
                .extracting(request -> request.fields("cookie"))
                .containsExactly(List.of("a=\"1, 2\";b=\u00e9"), List.of("c=3"));
    }

    @Test
    void the_backends_own_cookies_stand_in_fields_of_their_own() throws IOException {
        PlayedBackend baker = PlayedBackend.answering(
                "HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nSet-Cookie: at=theirs\r\nCache-Control: public\r\nContent-Length: 0\r\n\r\n");
        open.add(baker);

        Message answer = ask(proxy(baker.backend()), "");

        assertThat(answer.fields("set-cookie")).startsWith("a=1", "at=theirs").hasSize(3);
        assertThat(answer.fields("set-cookie").get(2)).startsWith("at=").contains("HttpOnly");
        assertThat(answer.field("cache-control")).isEqualTo("public");
    }

    @Test
    void a_garbled_cookie_is_as_good_as_none() throws IOException {
        TestProxy proxy = proxy(OnDrain.FINISH);
        String cookie = cookie(ask(proxy, ""));

        for (String garbled : List.of("at=", "at=one", cookie + "x", "at=\"\"", "at", "at=" + "x".repeat(8_000))) {
            assertThat(cookie(askWith(proxy, garbled))).matches("at=[A-Za-z0-9_-]{43}");
        }
        assertThat(askWith(proxy, "at=garbled; " + cookie).field("set-cookie")).isEmpty();
    }

    @Test
    void a_session_moves_when_its_member_is_down_and_does_not_move_back() throws IOException {
        TestProxy proxy = proxy(OnDrain.FINISH);
        String cookie = cookie(ask(proxy, ""));
        proxy.report(one.backend(), Health.DOWN);

        Message moved = askWith(proxy, cookie);
        assertThat(moved.body()).isEqualTo("two");
        assertThat(cookie(moved)).isNotEmpty().isNotEqualTo(cookie);

        proxy.report(one.backend(), Health.UP);
        for (int i = 0; i < 4; i++) {
            assertThat(askWith(proxy, cookie(moved)).body()).isEqualTo("two");
        }
    }

    @Test
    void a_session_moves_when_its_member_left() throws IOException {
        TestProxy proxy = proxy(OnDrain.FINISH);
        String cookie = cookie(ask(proxy, ""));
        proxy.takeOut(one.backend());

        Message moved = askWith(proxy, cookie);

        assertThat(moved.body()).isEqualTo("two");
        assertThat(cookie(moved)).isNotEmpty();
    }

    @Test
    void a_drain_lets_sessions_finish_where_they_are_and_gives_new_ones_to_others() throws IOException {
        TestProxy proxy = proxy(OnDrain.FINISH);
        String cookie = cookie(ask(proxy, ""));
        proxy.assign(one.backend(), Duty.DRAIN);

        for (int i = 0; i < 3; i++) {
            Message kept = askWith(proxy, cookie);
            assertThat(kept.body()).isEqualTo("one");
            assertThat(kept.field("set-cookie")).isEmpty();
            assertThat(ask(proxy, "").body()).isEqualTo("two");
        }
        proxy.assign(one.backend(), Duty.MAINT);
        assertThat(askWith(proxy, cookie).body()).isEqualTo("two");
    }

    @Test
    void the_last_member_lets_its_sessions_finish_too() throws IOException {
        TestProxy proxy = proxy(one.backend());
        String cookie = cookie(ask(proxy, ""));
        proxy.assign(one.backend(), Duty.DRAIN);

        assertThat(askWith(proxy, cookie).body()).isEqualTo("one");
        assertThat(ask(proxy, "").status()).isEqualTo(503);
    }

    @Test
    void a_drain_may_have_sessions_move_at_once() throws IOException {
        TestProxy proxy = proxy(OnDrain.MOVE);
        String cookie = cookie(ask(proxy, ""));
        proxy.assign(one.backend(), Duty.DRAIN);

        Message moved = askWith(proxy, cookie);

        assertThat(moved.body()).isEqualTo("two");
        assertThat(cookie(moved)).isNotEmpty();
    }

    @Test
    void after_a_retry_the_session_is_with_who_answered() throws IOException {
        TestProxy proxy = proxy(Nobody.called("nobody"), two.backend());
        Message answer = ask(proxy, "");

        assertThat(answer.body()).isEqualTo("two");
        assertThat(askWith(proxy, cookie(answer)).field("set-cookie")).isEmpty();
    }

    @Test
    void a_member_without_room_is_passed_by_and_keeps_nobody_waiting() throws IOException {
        ConnectionConfig shipped = TestConfig.POOL.traffic().connections();
        TrafficConfig single =
                TestConfig.traffic(new ConnectionConfig(1, shipped.idle(), shipped.idleFor(), shipped.maxAge()));
        TestProxy proxy = proxy(TestConfig.LISTENER, single, OnDrain.FINISH, one.backend(), two.backend());
        String cookie = cookie(ask(proxy, ""));

        try (Wire slow = proxy.connect()) {
            slow.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nCookie: " + cookie + "\r\n\r\n");
            await().until(() -> proxy.inFlight() == 1);

            assertThat(askWith(proxy, cookie).body()).isEqualTo("two");
            assertThat(slow.send("x").message().body()).isEqualTo("one");
        }
    }

    @Test
    void the_cookie_is_secure_when_a_trusted_proxy_was_asked_over_https() throws IOException {
        TestProxy trusting = proxy(
                TestConfig.listener(List.of("127.0.0.1")), TestConfig.POOL.traffic(), OnDrain.FINISH, one.backend());
        TestProxy plain = proxy(one.backend());

        assertThat(ask(trusting, "X-Forwarded-Proto: HTTPS\r\n").field("set-cookie"))
                .endsWith("; Secure");
        assertThat(ask(trusting, "X-Forwarded-Proto: http\r\n").field("set-cookie"))
                .endsWith("; SameSite=Lax");
        assertThat(ask(trusting, "").field("set-cookie")).endsWith("; SameSite=Lax");
        assertThat(ask(plain, "X-Forwarded-Proto: https\r\n").field("set-cookie"))
                .endsWith("; SameSite=Lax");
    }

    @Test
    void a_session_may_begin_with_a_web_socket() throws IOException {
        PlayedBackend switching = new PlayedBackend("one", wire -> {
            wire.readHead();
            wire.send("HTTP/1.1 101 x\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n");
            wire.awaitClosed();
        });
        open.add(switching);
        TestProxy proxy = proxy(switching.backend());

        try (Wire client = proxy.connect()) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n");
            assertThat(client.readHead()).startsWith("HTTP/1.1 101").contains("\r\nSet-Cookie: at=");
        }
    }

    @Test
    void an_answer_in_the_balancers_own_name_begins_no_session() throws IOException {
        assertThat(ask(proxy(), "").head()).startsWith("HTTP/1.1 503").doesNotContain("Set-Cookie");
    }

    @Test
    void a_decision_says_what_became_of_the_session() throws IOException {
        TestProxy proxy = proxy(
                TestConfig.listener(new ExposureConfig(false, true)),
                TestConfig.POOL.traffic(),
                OnDrain.MOVE,
                one.backend(),
                two.backend());
        Message first = ask(proxy, "");

        assertThat(first.field("x-lb-decision")).endsWith(";algorithm=round_robin;sticky=new");
        assertThat(askWith(proxy, cookie(first)).field("x-lb-decision")).endsWith(";sticky=kept");
        assertThat(askWith(proxy, "at=garbled").field("x-lb-decision")).endsWith(";sticky=unknown");
        proxy.assign(one.backend(), Duty.DRAIN);
        assertThat(askWith(proxy, cookie(first)).field("x-lb-decision")).endsWith(";sticky=moved:one");
    }
}
