package dev.lbctl.balancer.sticky;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Duty;
import dev.lbctl.balancer.pool.Health;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.config.CookieConfig;
import dev.lbctl.config.CookieConfig.SameSite;
import dev.lbctl.config.CookieConfig.Secure;
import dev.lbctl.config.StickyConfig;
import dev.lbctl.config.StickyConfig.OnDrain;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Sessions of a pool of A and B, both up. */
class SessionsTest {
    private static final CookieConfig PLAIN = new CookieConfig("/", null, SameSite.LAX, Secure.AUTO, null);
    private static final Backend A = new Backend("A", "127.0.0.1", 9001);
    private static final Backend B = new Backend("B", "127.0.0.1", 9002);

    private final Secret secret = Secret.random();
    private final Pool pool = pool("web");
    private final Sessions sessions = sessions(PLAIN, OnDrain.FINISH);

    private static Pool pool(String name) {
        Pool pool = new Pool(name, List.of(A, B), event -> {});
        pool.report(A, Health.UP, "HTTP 200");
        pool.report(B, Health.UP, "HTTP 200");
        return pool;
    }

    private Sessions sessions(CookieConfig attributes, OnDrain onDrain) {
        return new Sessions(new StickyConfig("at", attributes, null, onDrain), secret);
    }

    private Roster roster() {
        return sessions.roster(pool.snapshot());
    }

    private static String mark(Roster roster, Backend backend) {
        String cookie = Objects.requireNonNull(roster.renewal(List.of(), backend.name(), false));
        return cookie.substring("at=".length(), cookie.indexOf(';'));
    }

    private static @Nullable String keeper(Roster roster, String... presented) {
        Member keeper = roster.pick(List.of(presented), member -> true);
        return keeper == null ? null : keeper.name();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "/    | -           | LAX    | AUTO   | -   | false | Path=/; HttpOnly; SameSite=Lax",
                "/    | -           | LAX    | AUTO   | -   | true  | Path=/; HttpOnly; SameSite=Lax; Secure",
                "/    | -           | STRICT | NEVER  | -   | true  | Path=/; HttpOnly; SameSite=Strict",
                "/app | -           | NONE   | ALWAYS | -   | false | Path=/app; HttpOnly; SameSite=None; Secure",
                "/    | example.org | LAX    | AUTO   | 8   | false | Path=/; Domain=example.org; Max-Age=28800; HttpOnly; SameSite=Lax",
            })
    void the_cookie_says_what_the_configuration_says(
            String path,
            @Nullable String domain,
            SameSite sameSite,
            Secure secure,
            @Nullable Integer hours,
            boolean encrypted,
            String attributes) {
        Duration maxAge = hours == null ? null : Duration.ofHours(hours);
        Sessions kept = sessions(new CookieConfig(path, domain, sameSite, secure, maxAge), OnDrain.MOVE);

        assertThat(kept.roster(pool.snapshot()).renewal(List.of(), "A", encrypted))
                .matches("at=[A-Za-z0-9_-]{43}; .*")
                .endsWith("; " + attributes);
    }

    @Test
    void a_mark_names_its_member_alone_and_says_nothing_else() {
        String a = mark(roster(), A);

        assertThat(a).isNotEqualTo(mark(roster(), B));
        assertThat(a).isEqualTo(mark(sessions(PLAIN, OnDrain.MOVE).roster(pool.snapshot()), A));
        assertThat(a)
                .isNotEqualTo(
                        mark(sessions(PLAIN, OnDrain.FINISH).roster(pool("api").snapshot()), A));
        assertThat(a).isNotEqualTo(mark(new Sessions(config(), Secret.random()).roster(pool.snapshot()), A));
        assertThat(keeper(roster(), a)).isEqualTo("A");
    }

    private static StickyConfig config() {
        return new StickyConfig("at", PLAIN, null, OnDrain.FINISH);
    }

    @Test
    void what_nobody_signed_names_nobody() {
        Roster roster = roster();
        String a = mark(roster, A);
        String forged = mark(new Sessions(config(), Secret.random()).roster(pool.snapshot()), A);

        assertThat(Stream.of(
                        "",
                        "A",
                        "server-1",
                        "127.0.0.1:9001",
                        a + "x",
                        a.substring(1),
                        a.toUpperCase(Locale.ROOT),
                        forged,
                        a + "=",
                        " " + a))
                .allSatisfy(garbled -> assertThat(keeper(roster, garbled)).isNull())
                .allSatisfy(garbled ->
                        assertThat(roster.renewal(List.of(garbled), "A", false)).contains(a));
    }

    @Test
    void a_client_that_comes_with_the_right_cookie_is_told_none() {
        Roster roster = roster();
        String a = mark(roster, A);
        String b = mark(roster, B);

        assertThat(roster.renewal(List.of(a), "A", false)).isNull();
        assertThat(roster.renewal(List.of("garbled", a), "A", false)).isNull();
        assertThat(roster.renewal(List.of(a), "B", false)).contains(b);
        assertThat(roster.renewal(List.of(a), "gone", false)).isNull();
    }

    @Test
    void of_several_cookies_the_first_that_can_be_followed_counts() {
        Roster roster = roster();
        String a = mark(roster, A);
        String b = mark(roster, B);

        assertThat(keeper(roster, "garbled", b, a)).isEqualTo("B");
        assertThat(roster.pick(List.of(a, b), member -> !member.name().equals("A")))
                .extracting(Member::name)
                .isEqualTo("B");
        assertThat(roster.session(List.of("garbled", b, a))).isEqualTo(new Session("at", true, List.of("B", "A")));
        assertThat(roster.session(List.of())).isEqualTo(new Session("at", false, List.of()));
    }

    @ParameterizedTest
    @EnumSource(value = Health.class, names = "UP", mode = EnumSource.Mode.EXCLUDE)
    void a_member_that_is_not_up_keeps_no_session(Health health) {
        String a = mark(roster(), A);
        pool.report(A, health, "found so");

        assertThat(keeper(roster(), a)).isNull();
        pool.report(A, Health.UP, "found so");
        assertThat(keeper(roster(), a)).isEqualTo("A");
    }

    @ParameterizedTest
    @CsvSource({"READY, FINISH, A", "DRAIN, FINISH, A", "DRAIN, MOVE,", "MAINT, FINISH,", "MAINT, MOVE,"})
    void a_duty_decides_whether_sessions_stay(Duty duty, OnDrain onDrain, @Nullable String keeper) {
        Sessions kept = sessions(PLAIN, onDrain);
        String a = mark(kept.roster(pool.snapshot()), A);
        pool.assign("A", duty, "because");

        assertThat(keeper(kept.roster(pool.snapshot()), a)).isEqualTo(keeper);
    }

    @Test
    void a_member_that_drains_and_is_down_keeps_no_session() {
        String a = mark(roster(), A);
        pool.assign("A", Duty.DRAIN, "because");
        pool.report(A, Health.DOWN, "HTTP 500");

        assertThat(keeper(roster(), a)).isNull();
    }

    @Test
    void a_member_that_is_about_to_end_keeps_no_session_until_it_serves_again() {
        String a = mark(roster(), A);
        pool.assign("A", Duty.DRAIN, "about to be stopped");
        sessions.release("A");

        assertThat(keeper(roster(), a)).isNull();
        pool.assign("A", Duty.READY, "it came again");
        assertThat(keeper(roster(), a)).isEqualTo("A");
        pool.assign("A", Duty.DRAIN, "an operator said so");
        assertThat(keeper(roster(), a)).isEqualTo("A");
    }
}
