package dev.lbctl.launcher.cli.traffic;

import dev.lbctl.balancer.api.AlgorithmChange;
import dev.lbctl.balancer.api.AlgorithmReport;
import dev.lbctl.balancer.api.AlgorithmReport.PoolAlgorithm;
import dev.lbctl.config.AlgorithmKind;
import dev.lbctl.config.yaml.Words;
import dev.lbctl.launcher.cli.line.Invocation;
import dev.lbctl.launcher.cli.line.Known;
import dev.lbctl.launcher.cli.line.OutputFormat;
import dev.lbctl.launcher.client.BalancerClient;
import dev.lbctl.launcher.console.Output;
import dev.lbctl.launcher.text.Table;
import dev.lbctl.launcher.text.Table.Align;
import dev.lbctl.launcher.text.Table.Column;
import dev.lbctl.launcher.text.Tone;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lbctl algorithm}. */
@Command(
        name = "algorithm",
        description = "Show by which algorithm the pools balance, or change it while they run.",
        footerHeading = "%nExample:%n",
        footer = {
            "  lbctl algorithm                         what is used, and what there is",
            "  lbctl algorithm least_connections",
            "  lbctl algorithm weighted --pool static"
        })
final class AlgorithmCommand implements Callable<Integer> {
    private static final List<Column> COLUMNS = List.of(
            new Column("POOL", Align.LEFT, 10, 0),
            new Column("ALGORITHM", Align.LEFT, 19, 0),
            new Column("CONFIGURED", Align.LEFT, 10, 0));

    private final Invocation typed;

    /** The names there are. */
    static final class Names extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Names() {
            super(Words.of(AlgorithmKind.class).keySet());
        }
    }

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            completionCandidates = Names.class,
            description = "The one to use from now on; none: show.")
    private @Nullable String name;

    @Option(names = "--pool", paramLabel = "POOL", description = "Which pool; the only or default one when left out.")
    private @Nullable String pool;

    @Mixin
    private OutputFormat format = new OutputFormat();

    AlgorithmCommand(Invocation typed) {
        this.typed = typed;
    }

    @Override
    public Integer call() throws IOException {
        BalancerClient balancer = typed.cluster().balancer();
        AlgorithmReport report = balancer.algorithms();
        if (pool != null) {
            new Known("pool", report.pools().stream().map(PoolAlgorithm::pool).toList()).check(pool);
        }
        if (name != null) {
            new Known("algorithm", report.available()).check(name);
            report = balancer.use(new AlgorithmChange(name, pool));
        }
        switch (format.format()) {
            case json -> typed.output().json(report);
            case name -> chosen(report).forEach(each -> typed.output().line(each.algorithm()));
            case table -> show(report);
        }
        return 0;
    }

    private void show(AlgorithmReport report) {
        Output output = typed.output();
        List<List<AttributedString>> rows = chosen(report).map(this::row).toList();
        new Table(output.look(), COLUMNS).lines(rows, output.width()).forEach(output::line);
        if (name == null) {
            output.line("");
            output.line("there are: " + String.join(", ", report.available()));
        }
    }

    private Stream<PoolAlgorithm> chosen(AlgorithmReport report) {
        return report.pools().stream()
                .filter(each -> pool == null || each.pool().equals(pool));
    }

    private List<AttributedString> row(PoolAlgorithm each) {
        Output output = typed.output();
        boolean overridden = !each.algorithm().equals(each.configured());
        return List.of(
                output.toned(each.pool(), Tone.STRONG),
                output.toned(each.algorithm(), overridden ? Tone.CAREFUL : Tone.PLAIN),
                output.toned(each.configured(), Tone.FAINT));
    }
}
