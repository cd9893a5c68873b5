package dev.lbctl.launcher.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lbctl.launcher.endtoend.Lbctl.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands one running cluster of five to all tests that leave it as they found it: all up, ready, of weight 1, balanced in turn.
 * One that a test leaves otherwise is ended, and the next test gets another.
 */
final class SharedCluster implements ParameterResolver, AfterEachCallback {
    private static final Namespace OURS = Namespace.create(SharedCluster.class);
    private static final String RUNNING = "running";
    private static final int MEMBERS = 5;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Lbctl.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(OURS).computeIfAbsent(RUNNING, key -> start(), Lbctl.class);
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        Lbctl lbctl = context.getRoot().getStore(OURS).get(RUNNING, Lbctl.class);
        if (lbctl != null && !becomesWhole(lbctl)) {
            context.getRoot().getStore(OURS).remove(RUNNING);
            lbctl.close();
        }
    }

    private static Lbctl start() {
        try {
            Lbctl lbctl = new Lbctl(
                    Files.createTempDirectory(Path.of("target"), "cluster").toAbsolutePath());
            Result up = lbctl.up("--backends", "" + MEMBERS);
            assertThat(up.exit()).as(up.out() + up.err() + lbctl.logs()).isZero();
            return lbctl;
        } catch (IOException e) {
            throw new IllegalStateException("the cluster did not start", e);
        }
    }

    private static boolean becomesWhole(Lbctl lbctl) {
        try {
            await().atMost(Duration.ofSeconds(10)).ignoreExceptions().until(() -> isWhole(lbctl));
            return true;
        } catch (ConditionTimeoutException broken) {
            return false;
        }
    }

    private static boolean isWhole(Lbctl lbctl) throws IOException {
        int whole = 0;
        for (JsonNode backend : Api.get(lbctl.adminPort, "/backends").get("backends")) {
            boolean fit = backend.get("healthy").asBoolean()
                    && backend.get("duty").asText().equals("ready")
                    && backend.get("weight").asInt() == 1;
            whole += fit ? 1 : 0;
        }
        return whole == MEMBERS
                && Api.get(lbctl.managementPort, "/status")
                        .get("phase")
                        .asText()
                        .equals("ready")
                && Api.get(lbctl.adminPort, "/algorithm")
                        .get("algorithm")
                        .asText()
                        .equals("round_robin");
    }
}
