package dev.lbctl.launcher;

import dev.lbctl.config.Address;
import dev.lbctl.config.AdminConfig;
import dev.lbctl.config.LbConfig;
import dev.lbctl.launcher.process.PortHolder;
import dev.lbctl.launcher.process.PortPicker;
import dev.lbctl.launcher.rundir.ClusterRecord;
import dev.lbctl.launcher.spec.Remains;
import dev.lbctl.launcher.spec.StartRefused;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Settles where a cluster listens: ports clients know never move, so one that is taken refuses the start. */
final class ListenAddresses {

    private ListenAddresses() {}

    /**
     * The configuration with its final addresses: a cluster that lives on keeps its traffic and admin addresses, and port 0
     * has become a free one, the one it was before if possible.
     */
    static LbConfig settle(LbConfig wanted, Remains remains) throws StartRefused {
        ClusterRecord before = remains.cluster();
        Address listener = before == null ? wanted.listener().address() : before.listener();
        Address admin = before == null ? wanted.admin().address() : before.admin();
        Address management = again(wanted.management().address(), before);
        LbConfig settled = new LbConfig(
                wanted.listener().withAddress(PortPicker.resolve(listener)),
                new AdminConfig(PortPicker.resolve(admin)),
                wanted.management().at(PortPicker.resolve(management)),
                wanted.pools(),
                wanted.routes());
        if (!remains.hasBalancer()) {
            requireFree("listener", "--port", settled.listener().address());
            requireFree("admin", "--admin-port", settled.admin().address());
        }
        requireFree("management", "--management-port", settled.management().address());
        return settled;
    }

    /** Pages that are open, and scripts, know where the launcher was that died. */
    private static Address again(Address management, @Nullable ClusterRecord before) {
        return before != null
                        && management.port() == 0
                        && management.host().equals(before.management().host())
                        && PortPicker.isFree(before.management())
                ? before.management()
                : management;
    }

    private static void requireFree(String section, String flag, Address address) throws StartRefused {
        Optional<String> obstacle = PortPicker.obstacle(address);
        if (obstacle.isPresent()) {
            String cause = PortHolder.of(address.port())
                    .map(holder -> "taken by " + holder)
                    .orElseGet(() -> "not to be had: " + obstacle.get().toLowerCase(Locale.ROOT));
            throw new StartRefused(
                    "port " + address.port() + " (" + section + ", " + address + ") is " + cause,
                    "stop that process, or take another port: " + flag + ", or " + section
                            + ".address in the configuration");
        }
    }
}
