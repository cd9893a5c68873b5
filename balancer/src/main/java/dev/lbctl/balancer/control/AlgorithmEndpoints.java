package dev.lbctl.balancer.control;

import dev.lbctl.balancer.api.AlgorithmChange;
import dev.lbctl.balancer.api.ErrorBody;
import dev.lbctl.balancer.operator.Operator;
import dev.lbctl.balancer.pool.Pool;
import dev.lbctl.balancer.surface.ControlSurface;
import dev.lbctl.balancer.surface.Refusal;
import dev.lbctl.config.AlgorithmKind;
import dev.lbctl.config.yaml.Suggestion;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** By which algorithm the pools balance: shown, and changed while they run. */
record AlgorithmEndpoints(Operator operator, Lookup lookup, ApiMapping mapping) {

    void show(Context request) {
        request.json(mapping.algorithms());
    }

    void change(Context request) throws IOException {
        AlgorithmChange wanted = ControlSurface.body(request, AlgorithmChange.class);
        AlgorithmKind algorithm = kind(wanted.algorithm());
        Pool pool = lookup.named(wanted.pool());
        operator.use(pool.name(), algorithm);
        show(request);
    }

    static List<String> names() {
        return Arrays.stream(AlgorithmKind.values()).map(AlgorithmKind::key).toList();
    }

    private static AlgorithmKind kind(@Nullable String name) {
        return Arrays.stream(AlgorithmKind.values())
                .filter(kind -> kind.key().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(String.valueOf(name)));
    }

    private static Refusal unknown(String name) {
        String meant = Suggestion.nearest(name, names())
                .map(near -> "did you mean " + near + "? ")
                .orElse("");
        return new Refusal(
                400,
                new ErrorBody(
                        "unknown_algorithm",
                        "no algorithm is called \"" + name + "\"",
                        meant + "there is " + String.join(", ", names())));
    }
}
