package dev.lbctl.launcher.management;

import dev.lbctl.balancer.api.ErrorBody;
import dev.lbctl.balancer.surface.Refusal;
import dev.lbctl.launcher.node.Answer;
import dev.lbctl.launcher.node.NodeView;
import dev.lbctl.launcher.supervisor.Supervisor;
import io.javalin.http.Context;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The nodes: what they are, and what a person may do to them. A command is answered once it is carried out. */
final class NodeEndpoints {
    private final Supervisor supervisor;
    private final ClusterReport report;

    NodeEndpoints(Supervisor supervisor, ClusterReport report) {
        this.supervisor = supervisor;
        this.report = report;
    }

    void status(Context request) {
        request.future(() -> report.status().thenAccept(request::json));
    }

    void list(Context request) {
        request.future(() -> report.nodes().thenAccept(request::json));
    }

    void usage(Context request) {
        request.future(() -> report.usage().thenAccept(request::json));
    }

    void one(Context request) {
        request.future(() -> supervisor.nodes().thenAccept(nodes -> request.json(report.toWire(find(request, nodes)))));
    }

    /** {@code ?crash=true} makes it a crash, after which the node is started again. */
    void kill(Context request) {
        boolean crash = Boolean.parseBoolean(request.queryParam("crash"));
        answer(request, supervisor.kill(name(request), crash));
    }

    void start(Context request) {
        answer(request, supervisor.start(name(request)));
    }

    /** {@code ?drain=true} waits for its last request, however long that takes. */
    void stop(Context request) {
        boolean drain = Boolean.parseBoolean(request.queryParam("drain"));
        answer(request, drain ? supervisor.stopDrained(name(request)) : supervisor.stop(name(request)));
    }

    void restart(Context request) {
        answer(request, supervisor.restart(name(request)));
    }

    /** Answered at once with 202: when it is done nobody is left to answer. */
    @SuppressWarnings("FutureReturnValueIgnored") // told by the cluster's end
    void shutdown(Context request) {
        supervisor.shutdown();
        request.status(202);
        status(request);
    }

    static String name(Context request) {
        return request.pathParam("name");
    }

    static NodeView find(Context request, List<NodeView> nodes) {
        return nodes.stream()
                .filter(node -> node.name().equals(name(request)))
                .findFirst()
                .orElseThrow(() -> unknown(new Answer.Unknown(
                        "node",
                        name(request),
                        nodes.stream().map(NodeView::name).toList())));
    }

    void answer(Context request, CompletableFuture<Answer> answer) {
        request.future(() -> answer.thenAccept(outcome -> {
            if (outcome instanceof Answer.Done done) {
                request.json(report.toWire(done.node()));
            } else {
                refuse(outcome);
            }
        }));
    }

    /** Throws what a command is refused with; nothing for one that was carried out. */
    static void refuse(Answer outcome) {
        if (outcome instanceof Answer.Unknown unknown) {
            throw unknown(unknown);
        } else if (outcome instanceof Answer.Refused refused) {
            throw new Refusal(409, new ErrorBody("not_now", refused.why(), refused.hint()));
        }
    }

    private static Refusal unknown(Answer.Unknown thing) {
        String detail = "there is no " + thing.kind() + " \"" + thing.name() + "\"";
        String hint = "known are: " + String.join(", ", thing.known());
        return new Refusal(404, new ErrorBody("unknown_" + thing.kind(), detail, hint));
    }
}
