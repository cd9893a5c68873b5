import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Holds each answer against its call, and each failure against what was done to the backends at that time. */
final class Judge {
    private static final Set<Integer> REFUSALS = Set.of(502, 503, 504);

    private final List<Fault> faults;

    Judge(List<Fault> faults) {
        this.faults = faults;
    }

    Verdict judge(Call call, Reply reply) {
        Head head = reply.head();
        if (head != null && !call.id().equals(head.field("x-request-id"))) {
            return Verdict.WRONG_ANSWER;
        }
        if (head != null && reply.backend() == null) {
            return judgeRefusal(call, reply);
        }
        if (head != null && !call.id().equals(head.field("x-id"))) {
            return Verdict.WRONG_ANSWER;
        }
        return reply.isWhole() ? judgeWhole(call, reply) : judgeBroken(call, reply);
    }

    private Verdict judgeWhole(Call call, Reply reply) {
        byte[] expected = call.method().equals("HEAD") ? new byte[0] : call.content();
        if (!Arrays.equals(reply.body().toByteArray(), expected)) {
            return call.form().contains("close") ? judgeBroken(call, reply) : Verdict.WRONG_BYTES; // Cut short, it looks whole.
        }
        byte[] sent = call.uploads() ? call.content() : new byte[0];
        if (!Content.checksum(sent).equals(reply.head().field("x-checksum"))) {
            return Verdict.WRONG_BYTES;
        }
        boolean hintsAreThere = reply.isHinted() == call.form().contains("hints");
        return reply.head().status() == 200 && hintsAreThere ? Verdict.OK : Verdict.UNEXPLAINED;
    }

    /** The balancer answers itself: where it may try another backend, two must have failed. */
    private Verdict judgeRefusal(Call call, Reply reply) {
        boolean says = call.method().equals("HEAD") || reply.body().toString().contains("\"error\"");
        long failing = felt(reply).filter(Fault::costs).map(fault -> fault.backend).distinct().count();
        boolean explained = failing >= (call.mayBeRepeated() ? 2 : 1);
        return says && reply.isWhole() && REFUSALS.contains(reply.head().status()) && explained ? Verdict.REFUSED : Verdict.UNEXPLAINED;
    }

    /** Once begun, an answer is its backend's; before, it could have come from another one. */
    private Verdict judgeBroken(Call call, Reply reply) {
        if (!reply.isBeginningOf(call.content())) {
            return Verdict.WRONG_BYTES;
        }
        String backend = reply.backend();
        boolean explained = felt(reply).anyMatch(fault -> fault.breaks() && fault.backend.equals(backend));
        return explained ? Verdict.BROKEN : Verdict.UNEXPLAINED;
    }

    private java.util.stream.Stream<Fault> felt(Reply reply) {
        return faults.stream().filter(fault -> fault.isFelt(reply.begunNanos, reply.endedNanos()));
    }
}
