package dev.lbctl.launcher;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the one {@link DashboardCluster} of the whole run to all tests of the page, and closes the pages that each opened. */
final class SharedDashboard implements BeforeAllCallback, ParameterResolver, AfterEachCallback {

    /** Started here, since only here the lack of a browser skips the tests rather than failing them. */
    @Override
    public void beforeAll(ExtensionContext context) {
        cluster(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == DashboardCluster.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return cluster(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        cluster(context).browser().closePages();
    }

    private static DashboardCluster cluster(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedDashboard.class))
                .computeIfAbsent("cluster", key -> start(), DashboardCluster.class);
    }

    private static DashboardCluster start() {
        try {
            return DashboardCluster.start();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the cluster for the page did not start", e);
        }
    }
}
