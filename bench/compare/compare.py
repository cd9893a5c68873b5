"""Runs the cases against the proxies, in turns, and prints the tables."""
import argparse
import os
import re
import statistics
import subprocess
import tempfile
import time

from proxies import Proxies
from rig import LOAD_CORE, cpu_seconds, family

NAMES = ["lbctl", "lbctl, epoll", "HAProxy", "HAProxy, TCP", "nginx", "Caddy", "Go"]
UPLOAD = 'wrk.method = "POST"; wrk.body = string.rep("x", 65536)'
CLOSE = 'wrk.headers["Connection"] = "close"'
FIELDS = 'for i = 1, 90 do wrk.headers["X-Field-" .. i] = "value-" .. i end'

# name: path, connections, script of wrk
CASES = {
    "64 B, 64 connections": ("/64", 64, ""),
    "64 B, 1 connection": ("/64", 1, ""),
    "64 B, 1,000 connections": ("/64", 1000, ""),
    "64 B, a connection for each request": ("/64", 64, CLOSE),
    "64 B, 90 more header fields": ("/64", 64, FIELDS),
    "10 KiB, 64 connections": ("/10k", 64, ""),
    "100 KiB, 64 connections": ("/100k", 64, ""),
    "64 KiB uploads, 64 connections": ("/upload", 64, UPLOAD),
}
FIXED = "64 B, 64 connections, 5,000 requests a second"


def resident_mb(pid):
    return sum(int(re.search(r"VmRSS:\s+(\d+)", open(f"/proc/{each}/status").read())[1]) for each in family(pid)) // 1024


def wrk(port, case, seconds, script):
    path, connections, lua = case
    with open(script, "w") as file:
        file.write(lua)
    said = subprocess.run(
        ["taskset", "-c", LOAD_CORE, "wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "-s", script, f"http://127.0.0.1:{port}{path}"],
        capture_output=True, text=True).stdout
    flaws = [line.strip() for line in said.splitlines() if "Non-2xx" in line or "Socket errors" in line]
    return int(re.search(r"(\d+) requests in", said)[1]), flaws


def fixed(port, seconds, log):
    """5,000 requests a second; answers how many there were, and their latencies in microseconds."""
    if os.path.exists(log):
        os.remove(log)
    subprocess.run(
        ["taskset", "-c", LOAD_CORE, "h2load", "--h1", "-c50", "--rps=100", f"--duration={seconds}", f"--log-file={log}",
         f"http://127.0.0.1:{port}/64"], capture_output=True)
    latencies = sorted(int(line.split()[2]) for line in open(log))
    return len(latencies), latencies


def measure(proxies, name, load):
    pid = proxies.processes[name].pid
    before = cpu_seconds(pid)
    count, rest = load(proxies.ports[name])
    return (cpu_seconds(pid) - before) * 1e6 / max(count, 1), count, rest


def warm_ups(name, options):
    """Rounds before a case counts: the compiler of a JVM compiles anew for each kind of load, and once connections have ended."""
    return options.warm_ups if name.startswith("lbctl") else 1


def run_case(proxies, title, case, options):
    script = f"{proxies.directory}/wrk.lua"
    figures = {name: [] for name in proxies.ports}
    for name, port in proxies.ports.items():
        for _ in range(warm_ups(name, options)):
            wrk(port, case, options.seconds, script)
    for _ in range(options.rounds):
        for name in proxies.ports:
            cpu, count, flaws = measure(proxies, name, lambda port: wrk(port, case, options.seconds, script))
            figures[name].append((cpu, count / options.seconds))
            for flaw in flaws:
                print(f"{name}: {flaw}")
    print(f"\n| {title} | CPU µs/request (min–max) | requests/s | RSS, MB |\n|---|---|---|---|")
    for name, rounds in figures.items():
        cpus = sorted(cpu for cpu, _ in rounds)
        rate = statistics.median(rate for _, rate in rounds)
        print(f"| {name} | **{statistics.median(cpus):.1f}** ({cpus[0]:.1f}–{cpus[-1]:.1f}) | {rate:,.0f} "
              f"| {resident_mb(proxies.processes[name].pid)} |", flush=True)


def run_fixed(proxies, options):
    log = f"{proxies.directory}/h2load.log"
    figures = {name: [] for name in proxies.ports}
    for name, port in proxies.ports.items():
        for _ in range(warm_ups(name, options)):
            fixed(port, options.seconds, log)
    for _ in range(options.rounds):
        for name in proxies.ports:
            cpu, count, latencies = measure(proxies, name, lambda port: fixed(port, options.seconds, log))
            figures[name].append((cpu, *(latencies[int(count * part)] for part in (0.5, 0.99))))
    print(f"\n| {FIXED} | CPU µs/request | p50, µs | p99, µs |\n|---|---|---|---|")
    for name, rounds in figures.items():
        cpu, p50, p99 = (statistics.median(each) for each in zip(*rounds))
        print(f"| {name} | {cpu:.1f} | {p50:,.0f} | {p99:,.0f} |", flush=True)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--seconds", type=int, default=3)
    arguments.add_argument("--warm-ups", type=int, default=6, help="rounds before each case, for lbctl; for the others 1")
    arguments.add_argument("--only", default="", help="cases whose name has this word")
    arguments.add_argument("--proxies", default=";".join(NAMES), help="names, with ; between them")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="lbctl-compare-") as directory:
        os.chmod(directory, 0o755)
        proxies = Proxies(directory, options.proxies.split(";"))
        try:
            for title, case in CASES.items():
                if options.only in title:
                    run_case(proxies, title, case, options)
                    time.sleep(1)
            if options.only in FIXED:
                run_fixed(proxies, options)
        finally:
            proxies.stop()


if __name__ == "__main__":
    main()
