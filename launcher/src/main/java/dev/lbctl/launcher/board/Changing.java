package dev.lbctl.launcher.board;

import dev.lbctl.balancer.api.BackendStatus;
import dev.lbctl.balancer.api.PoolStatus;
import dev.lbctl.balancer.api.StatusReport;
import dev.lbctl.config.AlgorithmKind;
import dev.lbctl.config.yaml.Words;
import dev.lbctl.launcher.board.Command.Action;
import dev.lbctl.launcher.board.Command.Change;
import dev.lbctl.launcher.facts.Row;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keys that change something in the cluster: what they mean for the chosen row, and what is asked before. */
final class Changing {
    private static final int HEAVIEST = 1_000;

    private Changing() {}

    static Step pressed(Model model, Key key) {
        if (model.readOnly()) {
            return Step.refusing(model, "started with --read-only: " + word(key) + " changes nothing");
        }
        return model.selected()
                .map(row -> key == Key.ALGORITHM ? algorithm(model, row) : onRow(model, row, key))
                .orElse(new Step(model));
    }

    private static String word(Key key) {
        return key.word().isEmpty() ? Key.LIGHTER.word() : key.word();
    }

    private static Step onRow(Model model, Row row, Key key) {
        return switch (key) {
            case KILL -> node(model, row, Action.KILL);
            case START -> node(model, row, Action.START);
            case RESTART -> node(model, row, Action.RESTART);
            case STOP -> node(model, row, Action.STOP);
            case DRAIN -> duty(model, row, "drain");
            case MAINT -> duty(model, row, "maint");
            case HEAVIER -> weight(model, row, 1);
            default -> weight(model, row, -1);
        };
    }

    private static Step node(Model model, Row row, Action action) {
        if (row.node() == null) {
            return Step.refusing(model, row.name() + " is not run by this launcher");
        }
        Change change = new Command.ToNode(action, row.name());
        if (action == Action.KILL) {
            return ask(model, row, change, "Kill " + row.name() + " with SIGKILL? It stays down until started.");
        }
        boolean takesAway = action != Action.START && isLast(model, row.backend());
        return takesAway ? askForLast(model, row, change) : Step.asking(model, change);
    }

    /** The same key once more takes it back. */
    private static Step duty(Model model, Row row, String duty) {
        return onBackend(model, row, backend -> {
            Change change = new Command.SetDuty(backend, backend.duty().equals(duty) ? "ready" : duty);
            return isLast(model, backend) ? askForLast(model, row, change) : Step.asking(model, change);
        });
    }

    private static Step weight(Model model, Row row, int by) {
        return onBackend(model, row, backend -> {
            int weight = Wish.of(model, backend) + by;
            return weight < 1 || weight > HEAVIEST
                    ? Step.refusing(model, "a weight is 1 to " + HEAVIEST + "; d drains")
                    : Wish.asking(model, backend, weight);
        });
    }

    private static Step onBackend(Model model, Row row, Function<BackendStatus, Step> change) {
        BackendStatus backend = row.backend();
        return backend == null ? Step.refusing(model, row.name() + " is no backend") : change.apply(backend);
    }

    private static Step algorithm(Model model, Row row) {
        StatusReport report = model.facts().balancer().value();
        if (report == null) {
            return Step.refusing(model, "the balancer has not answered yet");
        }
        String pool = row.backend() == null ? firstPool(report) : row.backend().pool();
        String now = report.pools().stream()
                .filter(each -> each.name().equals(pool))
                .map(PoolStatus::algorithm)
                .findFirst()
                .orElse(report.algorithm());
        List<String> names = List.copyOf(Words.of(AlgorithmKind.class).keySet());
        return new Step(model.in(new Mode.ChooseAlgorithm(pool, names, Math.max(0, names.indexOf(now)))));
    }

    private static String firstPool(StatusReport report) {
        return report.pools().isEmpty() ? "default" : report.pools().get(0).name();
    }

    /** Whether nobody would be left in its pool to take requests. */
    private static boolean isLast(Model model, @Nullable BackendStatus backend) {
        return backend != null
                && backend.healthy()
                && model.facts().backends().stream()
                        .noneMatch(each -> each.healthy()
                                && each.pool().equals(backend.pool())
                                && !each.name().equals(backend.name()));
    }

    private static Step askForLast(Model model, Row row, Change change) {
        return ask(model, row, change, row.name() + " is the last that takes requests. " + change.asked() + "?");
    }

    private static Step ask(Model model, Row row, Change change, String question) {
        Focus stays = model.focus().choosing(row.id());
        return new Step(model.on(stays).in(new Mode.Ask(change, row.id(), question)));
    }
}
