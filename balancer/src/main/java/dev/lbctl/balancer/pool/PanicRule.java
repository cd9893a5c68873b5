package dev.lbctl.balancer.pool;

import java.util.List;

/**
 * When so few members are fit that all of them are used, since what finds the others unfit may be wrong. Only those count that
 * are meant to serve; one that was not probed yet counts as fit. Pure.
 *
 * @param percent of fit members below which it applies; 0 means never
 */
public record PanicRule(int percent) {
    static final PanicRule NEVER = new PanicRule(0);

    private static final int FEWEST_MEMBERS = 4;

    boolean applies(List<Member> members) {
        long meant = members.stream().filter(Member::isMeantToServe).count();
        long unfit = members.stream().filter(PanicRule::isFoundUnfit).count();
        return meant >= FEWEST_MEMBERS && 100 * (meant - unfit) < percent * meant;
    }

    private static boolean isFoundUnfit(Member member) {
        return member.isMeantToServe() && (member.health() == Health.DOWN || member.health() == Health.EJECTED);
    }
}
