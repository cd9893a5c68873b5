package dev.lbctl.launcher;

import dev.lbctl.config.Address;
import dev.lbctl.config.AdminConfig;
import dev.lbctl.config.LbConfig;
import dev.lbctl.launcher.process.PortHolder;
import dev.lbctl.launcher.process.PortPicker;
import dev.lbctl.launcher.rundir.ClusterRecord;
import dev.lbctl.launcher.spec.Remains;
import dev.lbctl.launcher.spec.StartRefused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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
        List<Place> places = new ArrayList<>();
        if (!remains.hasBalancer()) {
            places.add(new Place("listener", "--port", settled.listener().address()));
            places.add(new Place("admin", "--admin-port", settled.admin().address()));
        }
        places.add(new Place(
                "management", "--management-port", settled.management().address()));
        requireFree(places);
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

    /** Somewhere to listen, and who wants to. */
    private record Place(String section, String flag, Address address) {

        Optional<String> obstacle() {
            return PortPicker.obstacle(address)
                    .map(why -> "port " + address.port() + " (" + section + ", " + address
                            + ") is "
                            + PortHolder.of(address.port())
                                    .map(holder -> "taken by " + holder)
                                    .orElseGet(() -> "not to be had: " + why.toLowerCase(Locale.ROOT)));
        }
    }

    /** Whoever has to make way for one port should know of the others, too. */
    private static void requireFree(List<Place> places) throws StartRefused {
        Map<Place, String> obstacles = new LinkedHashMap<>();
        places.forEach(place -> place.obstacle().ifPresent(obstacle -> obstacles.put(place, obstacle)));
        if (obstacles.isEmpty()) {
            return;
        }
        String heading = obstacles.size() == 1 ? "" : obstacles.size() + " ports are not free\n";
        throw new StartRefused(
                heading + String.join("\n", obstacles.values()),
                "stop what listens there, or listen elsewhere: " + list(obstacles, Place::flag) + "; or "
                        + list(obstacles, place -> place.section() + ".address") + " in the configuration");
    }

    private static String list(Map<Place, String> obstacles, Function<Place, String> word) {
        return obstacles.keySet().stream().map(word).collect(Collectors.joining(", "));
    }
}
