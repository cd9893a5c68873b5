package dev.lbctl.balancer.operator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All that operators have said and that still holds. Immutable. */
record Overrides(List<MemberOverride> backends, List<AlgorithmOverride> algorithms) {
    static final Overrides NONE = new Overrides(List.of(), List.of());

    Overrides {
        backends = List.copyOf(backends);
        algorithms = List.copyOf(algorithms);
    }

    Optional<MemberOverride> of(String pool, String backend) {
        return backends.stream().filter(each -> each.isOf(pool, backend)).findFirst();
    }

    /** With this one in place of what was said of the member before. */
    Overrides with(MemberOverride override) {
        Stream<MemberOverride> others =
                backends.stream().filter(each -> !each.isOf(override.pool(), override.backend()));
        Stream<MemberOverride> one = override.isNone() ? Stream.empty() : Stream.of(override);
        return new Overrides(Stream.concat(others, one).toList(), algorithms);
    }

    /** With this one in place of what was said of the pool before. */
    Overrides with(AlgorithmOverride override) {
        Stream<AlgorithmOverride> others =
                algorithms.stream().filter(each -> !each.pool().equals(override.pool()));
        Stream<AlgorithmOverride> one = override.isNone() ? Stream.empty() : Stream.of(override);
        return new Overrides(backends, Stream.concat(others, one).toList());
    }

    Overrides without(MemberOverride override) {
        return new Overrides(
                backends.stream().filter(each -> !each.equals(override)).toList(), algorithms);
    }

    /** As they are when every spell that is over by then has ended. */
    Overrides at(Instant now) {
        Stream<MemberOverride> left =
                backends.stream().map(each -> each.at(now)).filter(each -> !each.isNone());
        return new Overrides(left.toList(), algorithms);
    }
}
