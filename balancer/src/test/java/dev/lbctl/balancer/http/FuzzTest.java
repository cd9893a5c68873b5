package dev.lbctl.balancer.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Damaged messages by the thousands, the same ones in every build: {@code -Dfuzz.seed=N} makes others up, {@code -Dfuzz.runs=N} more.
 * {@link Wire} watches that every read ends, stays within what has arrived, and releases what it took.
 */
class FuzzTest {
    private static final long SEED = Long.getLong("fuzz.seed", 20_220_606);
    private static final int RUNS = Integer.getInteger("fuzz.runs", 30_000);
    private static final List<String> METHODS = List.of("GET", "HEAD", "CONNECT");
    private static final Pattern LINE_BREAKING = Pattern.compile("[\\r\\n\\x00]");

    /** Flaws of what a head means; every other flaw is one of its grammar. */
    private static final Set<Flaw> MEANT = EnumSet.of(
            Flaw.HOST_MISSING,
            Flaw.HOST_REPEATED,
            Flaw.HOST,
            Flaw.HOST_DIFFERS,
            Flaw.CONTENT_LENGTH,
            Flaw.CONTENT_LENGTH_REPEATED,
            Flaw.TRANSFER_ENCODING,
            Flaw.CODING_UNKNOWN,
            Flaw.CODING_AND_LENGTH,
            Flaw.CODING_IN_1_0,
            Flaw.CODING_WITHOUT_BODY,
            Flaw.CONNECT_WITH_BODY);

    @Test
    void whatever_a_client_sends_is_read_by_the_rules() {
        for (int run = 0; run < RUNS; run++) {
            SplittableRandom random = new SplittableRandom(SEED + run);
            String octets = new Mutation(random).of(new RandomMessages(random).requests());
            check(null, octets, random, SEED + run);
        }
    }

    @Test
    void whatever_a_backend_sends_is_read_by_the_rules() {
        for (int run = 0; run < RUNS; run++) {
            SplittableRandom random = new SplittableRandom(SEED + run);
            String method = METHODS.get(random.nextInt(METHODS.size()));
            String octets = new Mutation(random).of(new RandomMessages(random).responses());
            check(method, octets, random, SEED + run);
        }
    }

    @Test
    void noise_is_read_by_the_rules() {
        for (int run = 0; run < RUNS; run++) {
            SplittableRandom random = new SplittableRandom(SEED + run);
            String start = random.nextBoolean() ? "GET / HTTP/1.0\r\n" : "";
            check(null, start + new Mutation(random).noise(), random, SEED + run);
        }
    }

    private static void check(@Nullable String method, String octets, SplittableRandom random, long seed) {
        try {
            Reading whole = new Wire(method).read(octets);
            int[] cuts = random.ints(random.nextInt(5), 0, octets.length() + 1)
                    .sorted()
                    .toArray();
            assertThat(new Wire(method).read(octets, cuts)).as("cut").isEqualTo(whole);
            followsTheGrammar(method, octets, whole);
            for (Message message : whole.messages()) {
                breaksNoLine(message);
                staysAsItIsWritten(method, message);
            }
        } catch (RuntimeException | AssertionError failure) {
            throw new AssertionError("-Dfuzz.seed=" + seed + " -Dfuzz.runs=1: " + Notation.written(octets), failure);
        }
    }

    /** The first head is accepted, or refused for what it means, exactly when it is one. */
    private static void followsTheGrammar(@Nullable String method, String octets, Reading whole) {
        boolean accepted = whole.open() || !whole.messages().isEmpty();
        assertThat(accepted || (whole.flaw() != null && MEANT.contains(whole.flaw())))
                .as("%s", whole)
                .isEqualTo(Grammar.hasHead(method, octets));
    }

    private static void breaksNoLine(Message message) {
        Stream<String> parts = Stream.of(
                        Stream.of(message.start()), message.fields().stream(), message.trailers().stream())
                .flatMap(part -> part);
        assertThat(parts).noneMatch(part -> LINE_BREAKING.matcher(part).find());
    }

    /** What was written is read as what it was written from. */
    private static void staysAsItIsWritten(@Nullable String method, Message message) {
        if (message.start().endsWith("HTTP_1_0")
                && !message.rewritten().toLowerCase(Locale.ROOT).contains("\nhost:")) {
            return;
        }
        Message again = new Wire(method).read(message.rewritten()).only();
        assertThat(again.start()).isEqualTo(message.start().replace("HTTP_1_0", "HTTP_1_1"));
        assertThat(again.framing()).isEqualTo(message.framing());
        assertThat(again.fields()).isEqualTo(message.fields());
        assertThat(again.body()).isEqualTo(message.body());
        assertThat(again.trailers()).isEqualTo(message.trailers());
        assertThat(again.rewritten()).isEqualTo(message.rewritten());
    }
}
