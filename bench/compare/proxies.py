"""The proxies that are compared, and the origin behind them: how each is configured and started."""
import os
import subprocess
import time
import urllib.request

from rig import FLAGS, LOAD_CORE, PROXY_CORE

ORIGINS = [f"127.0.0.1:{port}" for port in (19101, 19102, 19103)]
SIZES = {"64": 64, "10k": 10 * 1024, "100k": 100 * 1024}


def origin(directory):
    """The configuration of the nginx that answers."""
    for name, size in SIZES.items():
        with open(f"{directory}/{name}", "w") as file:
            file.write("x" * size)
    listen = "".join(f"listen {address}; " for address in ORIGINS)
    return f"""
        load_module /usr/lib/nginx/modules/ngx_http_echo_module.so;
        worker_processes 1; daemon off; pid {directory}/origin.pid; error_log {directory}/origin.log; user root;
        events {{ worker_connections 8192; }}
        http {{
          access_log off; keepalive_requests 10000000; large_client_header_buffers 8 32k; open_file_cache max=10;
          server {{
            {listen}
            location / {{ root {directory}; }}
            location /upload {{ client_body_buffer_size 128k; echo_read_request_body; echo taken; }}
          }}
        }}"""


def haproxy(port, mode):
    servers = "\n".join(f"  server s{i} {address}" for i, address in enumerate(ORIGINS))
    return f"""
global
  maxconn 8192
  nbthread 1
  tune.http.maxhdr 256
  tune.bufsize 32768
defaults
  mode {mode}
  timeout connect 5s
  timeout client 30s
  timeout server 30s
{"  http-reuse always" if mode == "http" else ""}
frontend f
  bind 127.0.0.1:{port}
  default_backend b
backend b
{"  option forwardfor" if mode == "http" else ""}
{servers}
"""


def nginx(port, directory):
    servers = " ".join(f"server {address};" for address in ORIGINS)
    return f"""
        worker_processes 1; daemon off; pid {directory}/proxy.pid; error_log {directory}/proxy.log; user root;
        events {{ worker_connections 8192; }}
        http {{
          access_log off; keepalive_requests 10000000; large_client_header_buffers 8 32k;
          upstream origins {{ {servers} keepalive 1024; keepalive_requests 10000000; }}
          server {{
            listen 127.0.0.1:{port};
            location / {{
              proxy_pass http://origins; proxy_http_version 1.1; proxy_set_header Connection "";
              proxy_set_header X-Forwarded-For $remote_addr; client_max_body_size 1m;
            }}
          }}
        }}"""


def caddy(port):
    return f"""{{
  admin off
  auto_https off
}}
http://127.0.0.1:{port} {{
  reverse_proxy {" ".join(ORIGINS)} {{
    lb_policy round_robin
  }}
}}
"""


def lbctl(port, transport):
    backends = ", ".join(f'{{ url: "http://{address}" }}' for address in ORIGINS)
    return f"""
listener: {{ address: "127.0.0.1:{port}", transport: {transport}, limits: {{ fields: 200 }} }}
admin: {{ address: "127.0.0.1:{port + 50}" }}
pools: {{ default: {{ backends: [ {backends} ], health: {{ path: /64 }} }} }}
routes: [ {{ pool: default }} ]
"""


class Proxies:
    """Started one after the other, all ended together."""

    def __init__(self, directory, wanted):
        self.directory = directory
        self.started = []
        self._start(LOAD_CORE, ["nginx", "-c", self._file("origin.conf", origin(directory))])
        await_answer(19101)
        self.ports, self.processes = {}, {}
        for port, (name, command) in enumerate(self._commands().items(), 19200):
            if name in wanted:
                self.processes[name] = self._start(PROXY_CORE, command(port))
                self.ports[name] = port
                await_answer(port)

    def _commands(self):
        balancer = ["java", *FLAGS, "-cp", "launcher/target/lbctl.jar", "dev.lbctl.balancer.BalancerMain", "--config"]
        binary = f"{self.directory}/reverseproxy"
        subprocess.run(["go", "build", "-o", binary, "bench/compare/reverseproxy.go"], check=True)
        return {
            "lbctl": lambda port: [*balancer, self._file("auto.yaml", lbctl(port, "auto"))],
            "lbctl, epoll": lambda port: [*balancer, self._file("epoll.yaml", lbctl(port, "epoll"))],
            "HAProxy": lambda port: ["haproxy", "-f", self._file("http.cfg", haproxy(port, "http"))],
            "HAProxy, TCP": lambda port: ["haproxy", "-f", self._file("tcp.cfg", haproxy(port, "tcp"))],
            "nginx": lambda port: ["nginx", "-c", self._file("nginx.conf", nginx(port, self.directory))],
            "Caddy": lambda port: ["caddy", "run", "--adapter", "caddyfile", "--config", self._file("Caddyfile", caddy(port))],
            "Go": lambda port: [binary, f"127.0.0.1:{port}", *ORIGINS],
        }

    def _file(self, name, content):
        with open(f"{self.directory}/{name}", "w") as file:
            file.write(content)
        return file.name

    def _start(self, core, command):
        log = open(f"{self.directory}/{len(self.started)}.log", "w")
        environment = {**os.environ, "PATH": os.environ["PATH"] + ":/usr/sbin", "GOMAXPROCS": "1"}
        process = subprocess.Popen(["taskset", "-c", core, *command], stdout=log, stderr=log, env=environment)
        self.started.append(process)
        return process

    def stop(self):
        for process in self.started:
            process.terminate()
        for process in self.started:
            process.wait()


def await_answer(port):
    for _ in range(300):
        try:
            return urllib.request.urlopen(f"http://127.0.0.1:{port}/64", timeout=2).read()
        except OSError:
            time.sleep(0.1)
    raise SystemExit(f"compare: nothing answers on port {port}")
