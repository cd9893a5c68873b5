package dev.lbctl.balancer.reload;

import dev.lbctl.config.LbConfig;
import dev.lbctl.config.file.ConfigProblem;
import dev.lbctl.config.file.ConfigResult;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one door through which the configuration is replaced, whoever asks: looked at as a whole first, then put in effect as a
 * whole, or not at all. Any thread; one proposal at a time.
 */
public final class Reloader {
    private static final int PROBLEMS_TOLD = 3;

    private final Target target;
    private final Teller events;
    private final InstantSource clock;
    private volatile InEffect now;
    private volatile @Nullable ReloadFailure failure;

    /** What serves by the configuration. */
    public interface Target {
        /**
         * Goes over to a valid one that changes nothing that is fixed. Answers what is to be said of it, one sentence each.
         *
         * @throws UncheckedIOException when a file that it needs cannot be read, and nothing was changed
         */
        List<String> take(LbConfig next);
    }

    /** Who is told what happened. */
    @FunctionalInterface
    public interface Teller {
        /**
         * Something happened.
         *
         * @param message one sentence for a person
         */
        void tell(String type, String message);
    }

    /**
     * A door behind which nobody has been yet.
     *
     * @param first what the target goes by from its start
     */
    public Reloader(LbConfig first, Target target, Teller events, InstantSource clock) {
        this.target = target;
        this.events = events;
        this.clock = clock;
        this.now = new InEffect(first, clock.instant(), "start");
    }

    public InEffect now() {
        return now;
    }

    /** Why the last proposal was refused; null when it was not. */
    public @Nullable ReloadFailure lastFailure() {
        return failure;
    }

    public synchronized ReloadResult replace(Proposal proposal) {
        if (!proposal.expects().test(now.tag())) {
            return new ReloadResult.Outdated(now.tag());
        }
        ConfigResult read = Mask.restored(proposal.read(), now.config());
        if (read instanceof ConfigResult.Invalid invalid) {
            tellRefusal(proposal, invalid.problems());
            return new ReloadResult.Invalid(invalid.problems());
        }
        LbConfig next = ((ConfigResult.Valid) read).config();
        List<ConfigProblem> fixed = FixedKeys.problems(now.config(), next);
        if (!fixed.isEmpty()) {
            tellRefusal(proposal, fixed);
            return new ReloadResult.Fixed(fixed);
        }
        Difference difference = Difference.between(now.config(), next);
        try {
            List<String> notes = proposal.dryRun() ? List.of() : take(next, difference, proposal.by());
            return new ReloadResult.Accepted(difference, InEffect.tag(next), notes);
        } catch (UncheckedIOException e) {
            List<ConfigProblem> problems = List.of(new ConfigProblem(
                    "the configuration", 0, 0, String.valueOf(e.getMessage()), "name a file that can be read"));
            tellRefusal(proposal, problems);
            return new ReloadResult.Invalid(problems);
        }
    }

    private List<String> take(LbConfig next, Difference difference, String by) {
        if (difference.isNone()) {
            failure = null;
            events.tell("reloaded", by + ": the configuration is as it was");
            return List.of();
        }
        List<String> notes = target.take(next);
        failure = null;
        now = new InEffect(next, clock.instant(), by);
        events.tell("reloaded", by + ": the configuration was replaced; " + difference.words());
        return notes;
    }

    private void tellRefusal(Proposal proposal, List<ConfigProblem> problems) {
        if (proposal.dryRun()) {
            return;
        }
        String why = problems.stream()
                .limit(PROBLEMS_TOLD)
                .map(ConfigProblem::toString)
                .collect(Collectors.joining("; "));
        int more = problems.size() - PROBLEMS_TOLD;
        String all = why + (more > 0 ? "; and " + more + " more" : "");
        failure = new ReloadFailure(clock.instant(), proposal.by(), all);
        events.tell("reload_refused", proposal.by() + ": the configuration stays as it was: " + all);
    }
}
