package dev.lbctl.launcher.facts;

import dev.lbctl.balancer.api.Event;
import dev.lbctl.balancer.api.HistoryReport;
import dev.lbctl.balancer.api.StatusReport;
import dev.lbctl.launcher.api.ClusterStatus;
import dev.lbctl.launcher.console.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Something that became known, and what it changes in what is known. */
public sealed interface News {

    Facts addTo(Facts facts);

    /** The launcher answered. */
    record LauncherAnswered(ClusterStatus status, Instant at) implements News {
        @Override
        public Facts addTo(Facts facts) {
            return facts.withCluster(Reading.answered(status, at));
        }
    }

    /** The launcher did not answer. */
    record LauncherSilent(String problem) implements News {
        @Override
        public Facts addTo(Facts facts) {
            return facts.withCluster(facts.cluster().silent(problem));
        }
    }

    /** The balancer answered. */
    record BalancerAnswered(StatusReport report, Instant at) implements News {
        @Override
        public Facts addTo(Facts facts) {
            return facts.withBalancer(Reading.answered(report, at));
        }
    }

    /** The balancer did not answer. */
    record BalancerSilent(String problem) implements News {
        @Override
        public Facts addTo(Facts facts) {
            return facts.withBalancer(facts.balancer().silent(problem));
        }
    }

    /** What nodes take of the machine became known, by their names. */
    record Weighed(Map<String, Usage> usage) implements News {
        @Override
        public Facts addTo(Facts facts) {
            return facts.withUsage(usage);
        }
    }

    /** The balancer told how the time since went. */
    record Recorded(HistoryReport report) implements News {
        @Override
        public Facts addTo(Facts facts) {
            return facts.withTrend(facts.trend().with(report));
        }
    }

    /** Something happened in the cluster. */
    record Happened(Event event) implements News {
        @Override
        public Facts addTo(Facts facts) {
            return facts.with(event);
        }
    }

    /** A node's log was read. */
    record Logged(String node, List<String> lines) implements News {
        @Override
        public Facts addTo(Facts facts) {
            return facts.withLog(new Facts.Log(node, lines));
        }
    }
}
