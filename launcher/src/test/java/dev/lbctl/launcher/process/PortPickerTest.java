package dev.lbctl.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lbctl.config.Address;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortPickerTest {

    @Test
    void a_port_somebody_listens_on_is_not_free() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(PortPicker.isFree(new Address("127.0.0.1", taken.getLocalPort())))
                    .isFalse();
        }
    }

    @Test
    void a_taken_port_is_passed_over_and_so_are_those_spoken_for() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            Address wanted = new Address("127.0.0.1", port);

            assertThat(PortPicker.nextFree(wanted, Set.of(port + 1)))
                    .hasValueSatisfying(found -> assertThat(found.port()).isGreaterThan(port + 1));
        }
    }

    @Test
    void port_0_becomes_a_free_port_and_any_other_stays() {
        assertThat(PortPicker.resolve(new Address("127.0.0.1", 0)).port()).isPositive();
        assertThat(PortPicker.resolve(new Address("127.0.0.1", 1)).port()).isEqualTo(1);
    }

    @Test
    void the_process_that_holds_a_port_is_named() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(PortHolder.of(taken.getLocalPort())).hasValueSatisfying(holder -> {
                assertThat(holder.pid()).isEqualTo(ProcessHandle.current().pid());
                assertThat(holder.command()).contains("java");
            });
        }
    }

    @Test
    void a_long_command_is_known_by_its_program_and_its_end() {
        String java = "/usr/lib/jvm/bin/java\0-XX:+UseSerialGC\0-cp\0/" + "x".repeat(200) + ".jar\0";

        assertThat(PortHolder.shortened(java + "dev.lbctl.launcher.cli.Lbctl\0up\0--name=blue\0"))
                .startsWith("java … ")
                .endsWith(" dev.lbctl.launcher.cli.Lbctl up --name=blue")
                .hasSizeLessThan(80);
        assertThat(PortHolder.shortened("python3\0-m\0http.server\0")).isEqualTo("python3 -m http.server");
    }

    @Test
    void a_port_nobody_holds_has_no_holder() throws IOException {
        ServerSocket freed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        freed.close();

        assertThat(PortHolder.of(freed.getLocalPort())).isEmpty();
    }
}
