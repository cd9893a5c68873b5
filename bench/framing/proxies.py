"""Starts the three proxies, each before an origin of its own, with what their users get by default."""

import contextlib
import os
import pathlib
import re
import shutil
import socket
import subprocess
import time

HAPROXY = """\
defaults
    mode http
    timeout connect 5s
    timeout client 30s
    timeout server 30s
listen proxy
    bind 127.0.0.1:{port}
    server origin {origin}
"""
NGINX = """\
daemon off;
master_process off;
pid {home}/nginx.pid;
error_log {home}/nginx.log;
events {{ }}
http {{
    access_log off;
    client_body_temp_path {home}/body;
    proxy_temp_path {home}/proxy;
    fastcgi_temp_path {home}/fastcgi;
    uwsgi_temp_path {home}/uwsgi;
    scgi_temp_path {home}/scgi;
    upstream origin {{
        server {origin};
        keepalive 8;
    }}
    server {{
        listen 127.0.0.1:{port};
        location / {{
            proxy_pass http://origin;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
        }}
    }}
}}
"""
LBCTL = """\
listener: {{ address: 127.0.0.1:{port} }}
admin: {{ address: 127.0.0.1:{admin} }}
pools:
  default:
    backends:
      - url: http://{origin}
    health: {{ path: /health, interval: 10m }}
"""
JAR = pathlib.Path(__file__).resolve().parents[2] / "launcher/target/lbctl.jar"


def java():
    """The Java that JAVA_HOME names, or else the first on the path."""
    home = os.environ.get("JAVA_HOME")
    return f"{home}/bin/java" if home else "java"


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


class Proxy:
    """A proxy that runs until it is closed."""

    def __init__(self, name, home, origin, config, command):
        self.name, self.port, self.home = name, free_port(), pathlib.Path(home)
        file = self.home / f"{name}.conf"
        file.write_text(config.format(port=self.port, origin=origin.address, admin=free_port(), home=home))
        command = [part.format(file=file) for part in command]
        with open(self.home / f"{name}.out", "wb") as out:
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=out)

    def await_ready(self):
        """Returns when a plain request is answered by the origin."""
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline and self.process.poll() is None:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1) as probe:
                probe.settimeout(2)
                probe.sendall(b"GET /ready HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\n\r\n")
                if b" 200 " in probe.recv(4096):
                    return
            time.sleep(0.05)
        raise SystemExit(f"{self.name} did not start: " + (self.home / f"{self.name}.out").read_text())

    def close(self):
        self.process.terminate()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def tool(name):
    return shutil.which(name) or shutil.which(name, path="/usr/sbin") or name


def haproxy(home, origin):
    return Proxy("haproxy", home, origin, HAPROXY, [tool("haproxy"), "-db", "-f", "{file}"])


def nginx(home, origin):
    return Proxy("nginx", home, origin, NGINX, [tool("nginx"), "-c", "{file}", "-e", f"{home}/nginx.log"])


def lbctl(home, origin):
    main = ["-XX:+UseSerialGC", "-Xmx256m", "-cp", str(JAR), "dev.lbctl.balancer.BalancerMain", "--config", "{file}"]
    return Proxy("lbctl", home, origin, LBCTL, [java(), *main])


def versions():
    """What stands at the head of each proxy's columns."""
    root = str(JAR.parents[2])
    revision = subprocess.run(["git", "-C", root, "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout.strip()
    return {
        "haproxy": "HAProxy " + version("haproxy"),
        "nginx": "nginx " + version("nginx"),
        "lbctl": "lbctl " + (f"at {revision}" if revision else ""),
    }


def version(program):
    """What the program says of itself, or the package's version if the program is of a package and says less."""
    said = subprocess.run([tool(program), "-v"], capture_output=True, text=True)
    said = re.search(r"\d+\.\d+\.\d+\S*", said.stdout + said.stderr)[0]
    with contextlib.suppress(OSError):
        packaged = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", program], capture_output=True, text=True).stdout
        return packaged if packaged.startswith(said) else said
    return said
