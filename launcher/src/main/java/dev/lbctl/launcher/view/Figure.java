package dev.lbctl.launcher.view;

import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.balancer.api.StatusReport;
import dev.lbctl.launcher.board.Model;
import dev.lbctl.launcher.panel.Rates;
import dev.lbctl.launcher.text.Figures;
import java.util.List;
import java.util.stream.Collectors;

/** The cluster's figures in a line, for where lines come one after the other. */
record Figure(Model model) {

    String line(String time) {
        StatusReport report = model.facts().balancer().value();
        String figures = report == null ? "" : "  " + of(report);
        String problems = model.facts().problems(model.now()).stream()
                .map(problem -> "  " + problem)
                .collect(Collectors.joining());
        return time + figures + problems;
    }

    private String of(StatusReport report) {
        var whole = report.statistics();
        var latency = model.facts().trend().latency();
        List<BackendStatus> unfit = report.backendServers().stream()
                .filter(backend -> !backend.healthy())
                .toList();
        int all = report.backendServers().size();
        return String.join(
                "  ",
                Rates.perSecond(whole.requestsPerSecond()) + " req/s",
                "success " + Figures.percent(whole.successRate()),
                "p50 " + Figures.latency(latency.p50()),
                "p95 " + Figures.latency(latency.p95()),
                "p99 " + Figures.latency(latency.p99()),
                "backends " + (all - unfit.size()) + "/" + all,
                "active " + whole.inFlight(),
                "failed " + Figures.count(whole.failedRequests()),
                "retries " + Figures.count(whole.retries()) + names(unfit));
    }

    private static String names(List<BackendStatus> unfit) {
        return unfit.isEmpty()
                ? ""
                : unfit.stream()
                        .map(backend -> backend.name() + " "
                                + (backend.health().equals("up") ? backend.duty() : backend.health()))
                        .collect(Collectors.joining(", ", "  not in rotation: ", ""));
    }
}
