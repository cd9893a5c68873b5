package dev.lbctl.launcher.cli.traffic;

import dev.lbctl.launcher.bench.Message;
import dev.lbctl.launcher.bench.Plan;
import dev.lbctl.launcher.cli.line.Invocation;
import dev.lbctl.launcher.cli.line.TimeOption;
import dev.lbctl.launcher.console.ExitCode;
import dev.lbctl.launcher.console.Failure;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What {@code lbctl bench} is to send, and to whom. */
final class BenchOptions {
    private static final Duration USUAL = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(24);

    @Option(names = "--url", paramLabel = "URL", description = "Another server than the cluster.")
    private @Nullable String url;

    @Mixin
    private BenchMessage message = new BenchMessage();

    @Option(names = "--requests", paramLabel = "N", description = "Stop after so many, 1 or more.")
    private @Nullable Long requests;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = TimeOption.class,
            description = "Stop after this time; 10s when neither is given.")
    private @Nullable Duration duration;

    @Option(
            names = {"-c", "--concurrency"},
            paramLabel = "C",
            defaultValue = "50",
            description = "How many at once, 1 to 10000, each on a connection of its own; 50 when left out.")
    private int concurrency = 50;

    @Option(
            names = "--rate",
            paramLabel = "R",
            description = "Requests a second; as many as there can be when left out.")
    private double rate;

    @Option(
            names = {"-y", "--yes"},
            description = "Even if that is another machine.")
    private boolean yes;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    boolean isForCluster() {
        return url == null;
    }

    Plan plan(Invocation typed) throws IOException {
        check(concurrency >= 1 && concurrency <= 10_000, "--concurrency is " + concurrency + "; write 1 to 10000");
        check(rate >= 0 && rate <= 1e6, "--rate is " + rate + "; write 1 to 1000000");
        check(requests == null || requests > 0, "--requests is " + requests + "; write 1 or more");
        Message sent = message.message();
        Duration time = duration != null ? duration : requests == null ? USUAL : LONGEST;
        Plan.Limit limit = new Plan.Limit(Objects.requireNonNullElse(requests, Long.MAX_VALUE), time);
        return new Plan(target(typed, sent), concurrency, limit, rate);
    }

    private Plan.Target target(Invocation typed, Message sent) throws IOException {
        String wanted = url == null ? typed.cluster().running().listener().url() : url;
        check(wanted.matches("http://[A-Za-z0-9.\\[\\]:-]+/?"), "--url is \"" + wanted + "\"; write http://host:port");
        URI uri = URI.create(wanted);
        String host = uri.getHost().replaceAll("[\\[\\]]", "");
        InetSocketAddress address = new InetSocketAddress(host, uri.getPort() < 0 ? 80 : uri.getPort());
        if (address.isUnresolved()) {
            throw new Failure(ExitCode.FAILED, "there is no host " + host, "check the URL");
        }
        boolean here =
                address.getAddress().isLoopbackAddress() || address.getAddress().isAnyLocalAddress();
        if (!here && !yes) {
            throw new Failure(
                    ExitCode.USAGE,
                    address + " is another machine, which a load may take down",
                    "if its owner knows: --yes");
        }
        return new Plan.Target(address, uri.getRawAuthority(), sent);
    }

    private void check(boolean good, String otherwise) {
        if (!good) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }
}
