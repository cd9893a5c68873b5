package dev.lbctl.balancer.accesslog;

import dev.lbctl.balancer.metrics.Answered;
import dev.lbctl.balancer.metrics.Asked;
import dev.lbctl.balancer.metrics.Phases;
import dev.lbctl.balancer.metrics.RequestRecord;
import dev.lbctl.balancer.metrics.Served;
import java.time.Instant;

/** Finished requests for tests. */
final class Requests {
    static final Instant TIME = Instant.parse("2026-03-09T08:07:06.054321Z");
    static final Phases NOTHING_BUT_TOTAL = new Phases(Phases.NONE, Phases.NONE, Phases.NONE, 1_234_567);

    private Requests() {}

    static RequestRecord plain(int number) {
        return of(
                number,
                new Asked(
                        "127.0.0.1",
                        "GET",
                        "/item?id=" + number,
                        "HTTP/1.1",
                        "localhost:8000",
                        "http://a/b",
                        "curl/8"));
    }

    /** One that was served well, in 12 ms, by the second backend tried. */
    static RequestRecord of(int number, Asked asked) {
        return new RequestRecord(
                number,
                "id-" + number,
                TIME,
                asked,
                new Answered(200, 7, 1_024, null),
                new Served("web", "server-2", 2, null),
                new Phases(500_000, 1_500, 11_000_499, 12_000_500));
    }

    /** One that reached nobody, from a client of few words. */
    static RequestRecord refused() {
        return new RequestRecord(
                1,
                "id-1",
                TIME,
                new Asked("::1", "GET", "/", "HTTP/1.0", null, null, null),
                new Answered(0, 0, 0, "client_gone"),
                Served.NOBODY,
                NOTHING_BUT_TOTAL);
    }

    /** One whose every word is {@code word}. */
    static RequestRecord saying(String word) {
        return new RequestRecord(
                1,
                word,
                TIME,
                new Asked(word, word, word, word, word, word, word),
                new Answered(200, 0, 0, word),
                new Served(word, word, 1, null),
                NOTHING_BUT_TOTAL);
    }
}
