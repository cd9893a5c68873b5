package dev.lbctl.launcher.systemd;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The unit that has systemd look after a cluster (systemd.service(5)).
 *
 * @param cluster its name
 * @param command what runs it in the foreground
 * @param environment which variables it needs
 * @param directory where it runs
 */
public record Unit(String cluster, List<String> command, Map<String, String> environment, Path directory, Owner owner) {

    /**
     * Whose it is.
     *
     * @param account as whom a unit of the machine's runs
     * @param lowPort whether it listens below 1024, which asks for a right that only root has
     */
    public record Owner(Scope scope, String account, boolean lowPort) {

        private String lines() {
            String user = scope == Scope.SYSTEM ? "User=" + account + "\n" : "";
            boolean needs = scope == Scope.SYSTEM && lowPort && !account.equals("root");
            return user + (needs ? "AmbientCapabilities=CAP_NET_BIND_SERVICE\n" : "");
        }

        /** What a person's own systemd may not set up is left out there. */
        private String confinement() {
            return scope == Scope.USER ? "" : """
                    ProtectSystem=full
                    PrivateTmp=yes
                    ProtectControlGroups=yes
                    ProtectKernelTunables=yes
                    ProtectKernelModules=yes
                    ProtectKernelLogs=yes
                    ProtectClock=yes
                    ProtectHostname=yes
                    """;
        }
    }

    private static final String TEXT = """
            # Written by lbctl install-service; lbctl install-service --yes writes it anew.
            [Unit]
            Description=Load-balanced cluster "%s" (lbctl)
            Wants=network-online.target
            After=network-online.target

            [Service]
            # The launcher tells when the cluster serves, what happens (systemctl status), and when it ends.
            Type=notify
            ExecStart=%s
            # The launcher reads its configuration again.
            ExecReload=/bin/kill -HUP $MAINPID
            WorkingDirectory=%s
            %s\

            # A node that is not ready in time ends the start by itself; this is for the launcher.
            TimeoutStartSec=3min

            # Only the launcher gets SIGTERM. It ends balancer and servers in good order, within 25 s at the most.
            # When it dies by itself they go on and take traffic, and the launcher that follows adopts them.
            KillMode=process
            TimeoutStopSec=35s
            SuccessExitStatus=143
            Restart=on-failure
            RestartSec=1s
            # 2: the configuration is wrong, and will be the next time.
            RestartPreventExitStatus=2
            # A server that takes too much memory is killed and started again, not the whole cluster.
            OOMPolicy=continue
            LimitNOFILE=65536

            # As much confinement as any program behind the balancer should bear; take out what yours does not.
            # Homes can be read and written (run directories lie there), and memory made executable (Java does).
            NoNewPrivileges=yes
            %sRestrictSUIDSGID=yes
            RestrictRealtime=yes
            LockPersonality=yes
            SystemCallArchitectures=native

            [Install]
            WantedBy=%s
            """;

    /** With its suffix, as systemctl is told it. */
    public String name() {
        return (cluster.equals("default") ? "lbctl" : "lbctl-" + cluster) + ".service";
    }

    /** The file, with a comment on every setting that is not plain. */
    public String text() {
        String words = command.stream().map(Unit::quoted).collect(Collectors.joining(" "));
        String variables = new TreeMap<>(environment)
                .entrySet().stream()
                        .map(each -> "Environment=" + quoted(each.getKey() + "=" + each.getValue()) + "\n")
                        .collect(Collectors.joining());
        return TEXT.formatted(
                cluster,
                words.replace("$", "$$"),
                directory.toString().replace("%", "%%"),
                variables + owner.lines(),
                owner.confinement(),
                owner.scope().target());
    }

    /** A word that systemd takes as it is, but for the dollars of a command. */
    private static String quoted(String word) {
        String escaped = word.replace("%", "%%");
        return escaped.matches("[A-Za-z0-9_@%+=:,./-]+")
                ? escaped
                : "\"" + escaped.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
