package dev.lbctl.launcher.management;

import dev.lbctl.balancer.api.ErrorBody;
import dev.lbctl.balancer.surface.Feed;
import dev.lbctl.balancer.surface.Feeds;
import dev.lbctl.balancer.surface.Refusal;
import dev.lbctl.launcher.log.LogFollower;
import dev.lbctl.launcher.log.NodeLog;
import dev.lbctl.launcher.node.NodeView;
import dev.lbctl.launcher.supervisor.Supervisor;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code GET /nodes/{name}/logs}: the last lines as text, or with {@code ?follow} as a stream of {@code line} events. */
final class LogEndpoints {
    private static final int DEFAULT_LINES = 100;
    private static final int MOST_LINES = 10_000;
    private static final long POLL_MS = 200;
    private static final int POLLS_PER_PING = 50;

    private final Supervisor supervisor;
    private final Feeds feeds;

    LogEndpoints(Supervisor supervisor, Feeds feeds) {
        this.supervisor = supervisor;
        this.feeds = feeds;
    }

    void logs(Context request) throws Exception {
        NodeView node = NodeEndpoints.find(request, supervisor.nodes().get(1, TimeUnit.SECONDS));
        NodeLog log = new NodeLog(node.spec().log());
        LogFollower follower = log.follow();
        List<String> last = log.tail(lines(request));
        if (request.queryParam("follow") == null) {
            request.contentType("text/plain; charset=utf-8").result(text(last));
        } else {
            feeds.open(request, feed -> follow(feed, last, follower));
        }
    }

    private static void follow(Feed feed, List<String> last, LogFollower follower)
            throws IOException, InterruptedException {
        send(feed, last);
        for (int quietPolls = 0; ; quietPolls++) {
            List<String> lines = follower.poll();
            if (!lines.isEmpty()) {
                send(feed, lines);
                quietPolls = 0;
            } else if (quietPolls >= POLLS_PER_PING) {
                feed.ping();
                quietPolls = 0;
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MS);
        }
    }

    private static void send(Feed feed, List<String> lines) throws IOException {
        for (String line : lines) {
            feed.sendLine("line", line);
        }
        feed.flush();
    }

    private static String text(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private static int lines(Context request) {
        String wanted = request.queryParam("lines");
        if (wanted == null) {
            return DEFAULT_LINES;
        }
        if (!wanted.matches("\\d{1,5}") || Integer.parseInt(wanted) > MOST_LINES) {
            String detail = "lines=" + wanted + " is not a number from 0 to " + MOST_LINES;
            throw new Refusal(400, new ErrorBody("wrong_value", detail, "e.g. ?lines=100"));
        }
        return Integer.parseInt(wanted);
    }
}
