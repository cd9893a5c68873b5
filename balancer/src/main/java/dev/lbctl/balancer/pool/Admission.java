package dev.lbctl.balancer.pool;

import java.util.List;

/** Which members of a pool may be given requests. */
enum Admission {
    /** Those that are fit: as a rule. */
    FIT {
        @Override
        boolean admits(Member member) {
            return member.isFit();
        }
    },
    /** Nobody is fit, and these may be: nothing is known of them yet, and a refusal would be worse than a try. */
    UNKNOWN {
        @Override
        boolean admits(Member member) {
            return member.isMeantToServe() && member.health() == Health.UNKNOWN;
        }
    },
    /** All that are meant to serve: in panic. */
    ALL {
        @Override
        boolean admits(Member member) {
            return member.isMeantToServe();
        }
    };

    abstract boolean admits(Member member);

    static Admission of(List<Member> members, PanicRule rule) {
        if (rule.applies(members)) {
            return ALL;
        }
        return members.stream().anyMatch(Member::isFit) ? FIT : UNKNOWN;
    }
}
