"""HAProxy and nginx, each configured to do what lbctl does: keep connections on both sides, tell the backend of the client."""


def haproxy(rig, members, port, balance="roundrobin"):
    servers = "\n".join(f"  server s{i} {each}" for i, each in enumerate(members))
    config = f"""
global
  maxconn 8192
  nbthread 1
defaults
  mode http
  timeout connect 5s
  timeout client 30s
  timeout server 30s
  http-reuse always
frontend f
  bind 127.0.0.1:{port}
  default_backend b
backend b
  balance {balance}
  option forwardfor
{servers}
"""
    return ["haproxy", "-f", rig.file(f"{port}.cfg", config)]


def nginx(rig, members, port):
    servers = " ".join(f"server {each};" for each in members)
    config = f"""
        worker_processes 1; daemon off; pid {rig.directory}/{port}.pid; error_log {rig.directory}/nginx-{port}.log; user root;
        events {{ worker_connections 16384; }}
        http {{
          access_log off; keepalive_requests 100000000;
          upstream origins {{ {servers} keepalive 8192; keepalive_requests 100000000; }}
          server {{
            listen 127.0.0.1:{port};
            location / {{
              proxy_pass http://origins; proxy_http_version 1.1; proxy_set_header Connection "";
              proxy_set_header X-Forwarded-For $remote_addr;
            }}
          }}
        }}"""
    return ["nginx", "-c", rig.file(f"{port}.conf", config)]
