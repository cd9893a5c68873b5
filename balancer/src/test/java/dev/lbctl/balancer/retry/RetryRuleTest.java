package dev.lbctl.balancer.retry;

import static dev.lbctl.balancer.retry.RetryRule.Decision.GIVE_UP;
import static dev.lbctl.balancer.retry.RetryRule.Decision.NEXT_MEMBER;
import static dev.lbctl.balancer.retry.RetryRule.Decision.REPLAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.balancer.retry.Outcome.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rule asked about every outcome together with every progress: each sentence holds for all cases it speaks of. */
class RetryRuleTest {
    private static final RetryRule TWICE = new RetryRule(2);
    private static final Set<Kind> BEFORE_REQUEST =
            EnumSet.of(Kind.REFUSED, Kind.CONNECT_TIMEOUT, Kind.UNREACHABLE, Kind.NO_SOCKET);
    private static final Set<Kind> AFTER_REQUEST = EnumSet.of(Kind.CLOSED, Kind.BAD_RESPONSE, Kind.TIMEOUT);
    private static final List<Boolean> EITHER = List.of(true, false);

    private record Case(Outcome outcome, RetryRule.Progress progress) {
        boolean isOf(Set<Kind> kinds) {
            return kinds.contains(outcome.kind());
        }

        boolean mayBeSentAgain() {
            return !outcome.answered() && progress.bodyKept();
        }

        boolean metADeadConnection() {
            return outcome.kind() == Kind.CLOSED && outcome.reused() && !progress.replayed();
        }

        RetryRule.Decision decision() {
            return TWICE.decide(outcome, progress);
        }
    }

    private static Stream<Case> cases(Predicate<Case> spokenOf) {
        return EnumSet.allOf(Kind.class).stream()
                .flatMap(kind -> EITHER.stream()
                        .flatMap(reused -> EITHER.stream().map(answered -> new Outcome(kind, reused, answered, ""))))
                .flatMap(outcome -> progresses().map(progress -> new Case(outcome, progress)))
                .filter(spokenOf);
    }

    private static Stream<RetryRule.Progress> progresses() {
        return EITHER.stream()
                .flatMap(idempotent -> EITHER.stream()
                        .flatMap(kept -> EITHER.stream()
                                .flatMap(replayed -> IntStream.rangeClosed(0, 3)
                                        .mapToObj(retried ->
                                                new RetryRule.Progress(idempotent, kept, retried, replayed)))));
    }

    private static void expect(RetryRule.Decision decision, Predicate<Case> spokenOf) {
        assertThat(cases(spokenOf))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.decision()).isEqualTo(decision));
    }

    @Test
    void what_the_client_brought_about_or_got_is_not_repeated() {
        expect(GIVE_UP, each -> !each.isOf(BEFORE_REQUEST) && !each.isOf(AFTER_REQUEST));
    }

    @Test
    void nothing_is_repeated_once_an_answer_has_begun() {
        expect(GIVE_UP, each -> each.outcome.answered());
    }

    @Test
    void nothing_is_repeated_when_part_of_its_body_is_gone() {
        expect(GIVE_UP, each -> !each.progress.bodyKept());
    }

    @Test
    void a_refused_connection_is_passed_on_for_every_method_and_as_often_as_it_takes() {
        expect(NEXT_MEMBER, each -> each.mayBeSentAgain() && each.outcome.kind() == Kind.REFUSED);
    }

    @Test
    void what_never_reached_the_backend_may_go_to_another_for_every_method_within_the_number_of_retries() {
        Set<Kind> unreached = EnumSet.of(Kind.CONNECT_TIMEOUT, Kind.UNREACHABLE, Kind.NO_SOCKET);
        expect(NEXT_MEMBER, each -> each.mayBeSentAgain() && each.isOf(unreached) && each.progress.retried() < 2);
        expect(GIVE_UP, each -> each.mayBeSentAgain() && each.isOf(unreached) && each.progress.retried() >= 2);
    }

    @Test
    void what_may_have_been_processed_is_never_repeated_for_a_method_that_is_not_idempotent() {
        expect(GIVE_UP, each -> each.isOf(AFTER_REQUEST) && !each.progress.idempotent());
    }

    @Test
    void a_kept_connection_that_had_died_is_replaced_once_however_many_retries_were_spent() {
        expect(REPLAY, each -> each.mayBeSentAgain() && each.progress.idempotent() && each.metADeadConnection());
    }

    @Test
    void other_failures_of_idempotent_requests_go_to_another_member_within_the_number_of_retries() {
        Predicate<Case> other = each -> each.mayBeSentAgain()
                && each.isOf(AFTER_REQUEST)
                && each.progress.idempotent()
                && !each.metADeadConnection();
        expect(NEXT_MEMBER, other.and(each -> each.progress.retried() < 2));
        expect(GIVE_UP, other.and(each -> each.progress.retried() >= 2));
    }

    @Test
    void with_no_retries_only_what_costs_nothing_is_repeated() {
        RetryRule never = new RetryRule(0);
        assertThat(cases(each -> never.decide(each.outcome, each.progress) == NEXT_MEMBER))
                .allMatch(each -> each.outcome.kind() == Kind.REFUSED);
        assertThat(cases(each -> never.decide(each.outcome, each.progress) == REPLAY))
                .isNotEmpty();
    }
}
