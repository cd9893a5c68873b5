"""What a measurement stands on: an origin (nginx), a balancer before it, load (wrk), and what /proc tells of a process."""
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request

PORT, ORIGIN = 29500, 29401  # The admin API stands at the port and 50.
PROXY_CORE, LOAD_CORE = "0", "1"
# As `lbctl up` starts a balancer.
USUAL = ("-XX:+IgnoreUnrecognizedVMOptions -XX:+UseSerialGC -Xmx256m -Xms28m -Xmn12m "
         "-XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40 -XX:TrimNativeHeapInterval=10000 "
         "-XX:+UnlockExperimentalVMOptions -XX:StringTableSize=8192 -XX:SymbolTableSize=2048")
FLAGS = os.environ.get("BALANCER_FLAGS", USUAL).split()
TICKS = os.sysconf("SC_CLK_TCK")
THREE = [f"127.0.0.1:{ORIGIN + i}" for i in range(3)]


def origin(directory, listen):
    """An nginx that answers 64 bytes to everything, on these addresses."""
    return f"""
        worker_processes 1; daemon off; pid {directory}/origin.pid; error_log {directory}/origin.log;
        events {{ worker_connections 32768; }}
        http {{
          access_log off; keepalive_requests 100000000; keepalive_timeout 1h;
          server {{ {" ".join(f"listen {each} backlog=4096;" for each in listen)} location / {{ return 200 "{"x" * 64}"; }} }}
        }}"""


def balancer(members, listener="", pool="", port=PORT):
    """A configuration of lbctl; listener and pool are more of these two, in YAML's flow style."""
    backends = ", ".join(f'{{ url: "http://{each}" }}' for each in members)
    return f"""
listener: {{ address: "127.0.0.1:{port}"{listener} }}
admin: {{ address: "127.0.0.1:{port + 50}" }}
pools: {{ default: {{ backends: [ {backends} ]{pool} }} }}
routes: [ {{ pool: default }} ]
"""


class Rig:
    """A temporary directory and all that was started in it, which ends with it, on Ctrl-C too."""

    def __enter__(self):
        for each in signal.SIGINT, signal.SIGTERM, signal.SIGHUP:
            signal.signal(each, lambda number, _: sys.exit(128 + number))
        self.place = tempfile.TemporaryDirectory(prefix="lbctl-cost-")
        self.directory = self.place.name
        os.chmod(self.directory, 0o755)
        self.started = []
        return self

    def __exit__(self, *_):
        for process in self.started:
            process.terminate()
        for process in self.started:
            process.wait()
        self.place.cleanup()

    def file(self, name, content):
        with open(f"{self.directory}/{name}", "w") as file:
            file.write(content)
        return file.name

    def start(self, core, command):
        log = open(f"{self.directory}/{len(self.started)}.log", "w")
        environment = {**os.environ, "PATH": os.environ["PATH"] + ":/usr/sbin"}
        process = subprocess.Popen(["taskset", "-c", core, *command], stdout=log, stderr=log, env=environment)
        self.started.append(process)
        return process

    def end(self, process):
        self.started.remove(process)
        process.terminate()
        process.wait()

    def start_origin(self, listen=THREE):
        return self.start(LOAD_CORE, ["nginx", "-c", self.file("origin.conf", origin(self.directory, listen))])

    def start_proxy(self, command, port=PORT, core=PROXY_CORE):
        """One that answers."""
        process = self.start(core, command)
        await_answer(port)
        return process

    def start_balancer(self, config, port=PORT, flags=FLAGS, core=PROXY_CORE, token=None, java="java"):
        """Our own, by the flags of its virtual machine, after the word java; with a token, its admin API takes changes."""
        main = ["-cp", "launcher/target/lbctl.jar", "dev.lbctl.balancer.BalancerMain", "--config", self.file(f"{port}.yaml", config)]
        process = self.start_proxy([java, *flags, *main, *(["--token-file", token] if token else [])], port, core)
        if token:
            await_answer(port + 50, "/livez")  # It comes up behind the traffic.
        return process


def await_answer(port, path="/"):
    for _ in range(300):
        try:
            return urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=2).read()
        except OSError:
            time.sleep(0.1)
    raise SystemExit(f"nothing answers on port {port}")


def family(pid):
    """A process and its children."""
    children = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True).stdout.split()
    return [pid] + [each for child in children for each in family(int(child))]


def cpu_seconds(pid):
    total = 0
    for each in family(pid):
        fields = open(f"/proc/{each}/stat").read().rsplit(")", 1)[1].split()
        total += int(fields[11]) + int(fields[12])
    return total / TICKS


def threads(pid, name):
    """CPU seconds of each thread whose name begins so, or in one of these ways, to the nanosecond."""
    seconds = {}
    for each in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{each}/comm") as comm, open(f"/proc/{pid}/task/{each}/schedstat") as stat:
            if comm.read().startswith(name):
                seconds[each] = int(stat.read().split()[0]) / 1e9
    return seconds


def resident_mb(pid):
    return sum(int(re.search(r"VmRSS:\s+(\d+)", open(f"/proc/{each}/status").read())[1]) for each in family(pid)) / 1024


def wrk(seconds, port=PORT, connections=64, core=LOAD_CORE):
    """How many requests were answered; ends the program when one was answered by an error, or a connection broke."""
    said = subprocess.run(
        ["taskset", "-c", core, "wrk", "-t1", f"-c{connections}", f"-d{seconds}s", f"http://127.0.0.1:{port}/"],
        capture_output=True, text=True).stdout
    if "Non-2xx" in said or re.search(r"(connect|read|write) [1-9]", said):
        raise SystemExit(said)
    return int(re.search(r"(\d+) requests in", said)[1])


def ask(count, port=PORT, connections=8, core=LOAD_CORE):
    """So many requests and no more."""
    subprocess.run(
        ["taskset", "-c", core, "h2load", "--h1", f"-c{connections}", f"-n{count}", f"http://127.0.0.1:{port}/"],
        capture_output=True, check=True)
