package dev.lbctl.balancer.names;

import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A lookup that is made when the first host is asked for. */
final class LateLookup implements Lookup {
    private final Supplier<Lookup> maker;
    private @Nullable Lookup made;

    LateLookup(Supplier<Lookup> maker) {
        this.maker = maker;
    }

    @Override
    public CompletionStage<Answer> of(String host) {
        return made().of(host);
    }

    private synchronized Lookup made() {
        if (made == null) {
            made = maker.get();
        }
        return made;
    }
}
