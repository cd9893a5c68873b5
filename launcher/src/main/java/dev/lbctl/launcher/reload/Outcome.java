package dev.lbctl.launcher.reload;

import dev.lbctl.balancer.reload.Difference;
import dev.lbctl.config.file.ConfigProblem;
import java.util.List;
import java.util.stream.Collectors;

/** What came of a reload. Whatever it is but {@link Done}, everything is as before. */
public sealed interface Outcome {

    /** In one line for a person. */
    String words();

    /**
     * It is in force, or could be.
     *
     * @param applied false of a dry run
     * @param nodes what becomes of nodes, one sentence each
     * @param notes what else is to be said, one sentence each
     * @param restarting nodes that are restarted in turn from now on
     */
    record Done(boolean applied, Difference difference, List<String> nodes, List<String> notes, List<String> restarting)
            implements Outcome {

        boolean isNothing() {
            return difference.isNone() && nodes.isEmpty();
        }

        /** In force: there was nothing to do for it. */
        Done already() {
            return new Done(true, difference, nodes, notes, restarting);
        }

        @Override
        public String words() {
            if (isNothing()) {
                return "the configuration is as it was";
            }
            String what = nodes.isEmpty() ? "" : "; " + String.join("; ", nodes);
            return "the configuration was replaced; " + difference.words() + what;
        }
    }

    /** It is no valid configuration. */
    record Invalid(List<ConfigProblem> problems) implements Outcome {

        @Override
        public String words() {
            return unchanged(inShort(problems));
        }
    }

    /** It changes what cannot be changed while the cluster runs. */
    record Fixed(List<ConfigProblem> problems) implements Outcome {

        @Override
        public String words() {
            return unchanged(inShort(problems));
        }
    }

    /** Something of it did not work, or it is no time for it now: why, and what to do. */
    record Failed(String why, String hint) implements Outcome {

        @Override
        public String words() {
            return unchanged(why + "; " + hint);
        }
    }

    private static String unchanged(String why) {
        return "the configuration stays as it was: " + why;
    }

    private static String inShort(List<ConfigProblem> problems) {
        int told = 3;
        String first =
                problems.stream().limit(told).map(ConfigProblem::toString).collect(Collectors.joining("; "));
        int more = problems.size() - told;
        return first + (more > 0 ? "; and " + more + " more" : "");
    }
}
