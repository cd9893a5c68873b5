package dev.lbctl.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lbctl.config.Address;
import dev.lbctl.config.AdminConfig;
import dev.lbctl.config.LbConfig;
import dev.lbctl.config.ManagementConfig;
import dev.lbctl.config.file.ConfigFile;
import dev.lbctl.launcher.process.Identity;
import dev.lbctl.launcher.process.PortPicker;
import dev.lbctl.launcher.rundir.ClusterRecord;
import dev.lbctl.launcher.spec.Remains;
import dev.lbctl.launcher.spec.StartRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListenAddressesTest {
    private static final Address ANY = new Address("127.0.0.1", 0);

    @Test
    void a_launcher_of_any_port_takes_the_one_that_the_launcher_before_it_had() throws StartRefused {
        Address had = PortPicker.resolve(ANY);

        LbConfig settled = ListenAddresses.settle(config(ANY, ANY, ANY), left(had));

        assertThat(settled.management().address()).isEqualTo(had);
    }

    @Test
    void a_launcher_of_any_port_takes_another_one_when_somebody_has_taken_it_meanwhile()
            throws IOException, StartRefused {
        try (ServerSocket taken = taken()) {
            Address had = ANY.withPort(taken.getLocalPort());

            LbConfig settled = ListenAddresses.settle(config(ANY, ANY, ANY), left(had));

            assertThat(settled.management().address().port()).isPositive().isNotEqualTo(had.port());
        }
    }

    @Test
    void every_port_that_is_taken_is_named_with_its_holder_and_the_flag_for_another_one() throws IOException {
        try (ServerSocket one = taken();
                ServerSocket other = taken()) {
            Address listener = ANY.withPort(one.getLocalPort());
            Address management = ANY.withPort(other.getLocalPort());
            String holder = "is taken by pid " + ProcessHandle.current().pid();

            assertThatThrownBy(() -> ListenAddresses.settle(config(listener, ANY, management), Remains.at(List.of())))
                    .isInstanceOfSatisfying(
                            StartRefused.class,
                            refused -> assertThat(refused.hint())
                                    .contains("--port, --management-port")
                                    .contains("listener.address, management.address"))
                    .hasMessageContaining("port " + listener.port() + " (listener, " + listener + ") " + holder)
                    .hasMessageContaining("port " + management.port() + " (management, " + management + ") " + holder);
        }
    }

    private static Remains left(Address management) {
        Identity gone = new Identity(Integer.MAX_VALUE, Instant.EPOCH, "gone");
        ClusterRecord before =
                new ClusterRecord("it", gone, PortPicker.resolve(ANY), PortPicker.resolve(ANY), management);
        return new Remains(before, Map.of(), Map.of(), Map.of());
    }

    private static ServerSocket taken() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static LbConfig config(Address listener, Address admin, Address management) {
        LbConfig shipped = ConfigFile.defaults();
        return new LbConfig(
                shipped.listener().withAddress(listener),
                new AdminConfig(admin),
                new ManagementConfig(management, false),
                shipped.pools(),
                shipped.routes());
    }
}
