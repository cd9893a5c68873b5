# Completion of lbctl for bash: source <(lbctl completion bash)
_lbctl_state="${XDG_STATE_HOME:-$HOME/.local/state}/lbctl"

_lbctl_clusters() { ls "$_lbctl_state" 2>/dev/null; }

_lbctl_nodes() {
  local file
  for file in "$_lbctl_state/$1"/nodes/*.json; do
    [ -e "$file" ] && file=${file##*/} && echo "${file%.json}"
  done
}

_lbctl_backends() {
  { _lbctl_nodes "$1"; sed -n 's/^ *- name: *//p' "$_lbctl_state/$1/balancer.yaml" 2>/dev/null; } |
    grep -vx balancer | sort -u
}

_lbctl() {
  local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
  local cluster=${LBCTL_NAME:-default} verb= words= word i
  if [ "$current" = = ]; then current=; fi
  if [ "$before" = = ]; then before=${COMP_WORDS[COMP_CWORD-2]}; fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if [ "${COMP_WORDS[i-1]}" = --name ] && [ "$word" != = ]; then cluster=$word; fi
    if [ "${COMP_WORDS[i-1]}" = = ] && [ "${COMP_WORDS[i-2]}" = --name ]; then cluster=$word; fi
    case "$verb/$word" in
      "/up") verb="up" ;;
      "/run") verb="run" ;;
      "/down") verb="down" ;;
      "/ps") verb="ps" ;;
      "/status") verb="status" ;;
      "/kill") verb="kill" ;;
      "/start") verb="start" ;;
      "/stop") verb="stop" ;;
      "/restart") verb="restart" ;;
      "/scale") verb="scale" ;;
      "/reload") verb="reload" ;;
      "/drain") verb="drain" ;;
      "/ready") verb="ready" ;;
      "/maint") verb="maint" ;;
      "/weight") verb="weight" ;;
      "/algorithm") verb="algorithm" ;;
      "/fault") verb="fault" ;;
      "/events") verb="events" ;;
      "/explain") verb="explain" ;;
      "/bench") verb="bench" ;;
      "/demo") verb="demo" ;;
      "/logs") verb="logs" ;;
      "/top") verb="top" ;;
      "/dashboard") verb="dashboard" ;;
      "/token") verb="token" ;;
      "/config") verb="config" ;;
      "config/init") verb="config init" ;;
      "config/check") verb="config check" ;;
      "config/show") verb="config show" ;;
      "config/schema") verb="config schema" ;;
      "/install-service") verb="install-service" ;;
      "/completion") verb="completion" ;;
      "/version") verb="version" ;;
      "/help") verb="help" ;;
    esac
  done
  case "$verb:$before" in
    ":--name") COMPREPLY=($(compgen -W "$(_lbctl_clusters)" -- "$current")); return ;;
    "up:-f"|"up:--file") compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$current")); return ;;
    "up:-n"|"up:--backends") COMPREPLY=(); return ;;
    "up:--procfile") compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$current")); return ;;
    "up:--formation") COMPREPLY=(); return ;;
    "up:--port") COMPREPLY=(); return ;;
    "up:--admin-port") COMPREPLY=(); return ;;
    "up:--management-port") COMPREPLY=(); return ;;
    "up:--first-port") COMPREPLY=(); return ;;
    "up:--name") COMPREPLY=($(compgen -W "$(_lbctl_clusters)" -- "$current")); return ;;
    "run:-n"|"run:--copies") COMPREPLY=(); return ;;
    "run:--ready") COMPREPLY=(); return ;;
    "run:-e"|"run:--env") COMPREPLY=(); return ;;
    "run:--watch") COMPREPLY=(); return ;;
    "run:--port") COMPREPLY=(); return ;;
    "run:--admin-port") COMPREPLY=(); return ;;
    "run:--management-port") COMPREPLY=(); return ;;
    "run:--first-port") COMPREPLY=(); return ;;
    "run:--name") COMPREPLY=($(compgen -W "$(_lbctl_clusters)" -- "$current")); return ;;
    "down:--name") COMPREPLY=($(compgen -W "$(_lbctl_clusters)" -- "$current")); return ;;
    "ps:-o"|"ps:--output") COMPREPLY=($(compgen -W "table wide json name" -- "$current")); return ;;
    "ps:--name") COMPREPLY=($(compgen -W "$(_lbctl_clusters)" -- "$current")); return ;;
    "status:-o"|"status:--output") COMPREPLY=($(compgen -W "table wide json name" -- "$current")); return ;;
    "status:--name") COMPREPLY=($(compgen -W "$(_lbctl_clusters)" -- "$current")); return ;;
    "kill:--name") COMPREPLY=($(compgen -W "$(_lbctl_clusters)" -- "$current")); return ;;
    "start:--name") COMPREPLY=($(compgen -W "$(_lbctl_clusters)" -- "$current")); return ;;
    "stop:--name") COMPREPLY=($(compgen -W "$(_lbctl_clusters)" -- "$current")); return ;;
    "restart:--max-unavailable") COMPREPLY=(); return ;;
    "restart:--name") COMPREPLY=($(compgen -W "$(_lbctl_clusters)" -- "$current")); return ;;
    "scale:--name") COMPREPLY=($(compgen -W "$(_lbctl_clusters)" -- "$current")); return ;;
    "reload:-o"|"reload:--output") COMPREPLY=($(compgen -W "table json name" -- "$current")); return ;;
    "reload:--name") COMPREPLY=($(compgen -W "$(_lbctl_clusters)" -- "$current")); return ;;
    "drain:--for") COMPREPLY=(); return ;;
    "drain:--timeout") COMPREPLY=(); return ;;
    "drain:--pool") COMPREPLY=(); return ;;
    "drain:-o"|"drain:--output") COMPREPLY=($(compgen -W "table json name" -- "$current")); return ;;
    "drain:--name") COMPREPLY=($(compgen -W "$(_lbctl_clusters)" -- "$current")); return ;;
    "ready:--for") COMPREPLY=(); return ;;
    "ready:--timeout") COMPREPLY=(); return ;;
    "ready:--pool") COMPREPLY=(); return ;;
    "ready:-o"|"ready:--output") COMPREPLY=($(compgen -W "table json name" -- "$current")); return ;;
    "ready:--name") COMPREPLY=($(compgen -W "$(_lbctl_clusters)" -- "$current")); return ;;
    "maint:--for") COMPREPLY=(); return ;;
    "maint:--timeout") COMPREPLY=(); return ;;
    "maint:--pool") COMPREPLY=(); return ;;
    "maint:-o"|"maint:--output") COMPREPLY=($(compgen -W "table json name" -- "$current")); return ;;
    "maint:--name") COMPREPLY=($(compgen -W "$(_lbctl_clusters)" -- "$current")); return ;;
    "weight:--pool") COMPREPLY=(); return ;;
    "weight:-o"|"weight:--output") COMPREPLY=($(compgen -W "table json name" -- "$current")); return ;;
    "weight:--name") COMPREPLY=($(compgen -W "$(_lbctl_clusters)" -- "$current")); return ;;
    "algorithm:--pool") COMPREPLY=(); return ;;
    "algorithm:-o"|"algorithm:--output") COMPREPLY=($(compgen -W "table json name" -- "$current")); return ;;
    "algorithm:--name") COMPREPLY=($(compgen -W "$(_lbctl_clusters)" -- "$current")); return ;;
    "fault:--delay") COMPREPLY=(); return ;;
    "fault:--errors") COMPREPLY=(); return ;;
    "fault:--for") COMPREPLY=(); return ;;
    "fault:--name") COMPREPLY=($(compgen -W "$(_lbctl_clusters)" -- "$current")); return ;;
    "events:-n"|"events:--lines"|"events:--tail") COMPREPLY=(); return ;;
    "events:-o"|"events:--output") COMPREPLY=($(compgen -W "table json name" -- "$current")); return ;;
    "events:--name") COMPREPLY=($(compgen -W "$(_lbctl_clusters)" -- "$current")); return ;;
    "explain:--request") COMPREPLY=(); return ;;
    "explain:--client") COMPREPLY=(); return ;;
    "explain:--header") COMPREPLY=(); return ;;
    "explain:-o"|"explain:--output") COMPREPLY=($(compgen -W "table json name" -- "$current")); return ;;
    "explain:--name") COMPREPLY=($(compgen -W "$(_lbctl_clusters)" -- "$current")); return ;;
    "bench:--body") COMPREPLY=(); return ;;
    "bench:--body-file") compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$current")); return ;;
    "bench:--url") COMPREPLY=(); return ;;
    "bench:--path") COMPREPLY=(); return ;;
    "bench:--method") COMPREPLY=(); return ;;
    "bench:-H"|"bench:--header") COMPREPLY=(); return ;;
    "bench:--requests") COMPREPLY=(); return ;;
    "bench:--duration") COMPREPLY=(); return ;;
    "bench:-c"|"bench:--concurrency") COMPREPLY=(); return ;;
    "bench:--rate") COMPREPLY=(); return ;;
    "bench:-o"|"bench:--output") COMPREPLY=($(compgen -W "table json name" -- "$current")); return ;;
    "bench:--name") COMPREPLY=($(compgen -W "$(_lbctl_clusters)" -- "$current")); return ;;
    "demo:--name") COMPREPLY=($(compgen -W "$(_lbctl_clusters)" -- "$current")); return ;;
    "logs:-n"|"logs:--lines"|"logs:--tail") COMPREPLY=(); return ;;
    "logs:--since") COMPREPLY=(); return ;;
    "logs:-o"|"logs:--output") COMPREPLY=($(compgen -W "table json name" -- "$current")); return ;;
    "logs:--name") COMPREPLY=($(compgen -W "$(_lbctl_clusters)" -- "$current")); return ;;
    "top:--every") COMPREPLY=(); return ;;
    "top:-o"|"top:--output") COMPREPLY=($(compgen -W "table json name" -- "$current")); return ;;
    "top:--name") COMPREPLY=($(compgen -W "$(_lbctl_clusters)" -- "$current")); return ;;
    "dashboard:-o"|"dashboard:--output") COMPREPLY=($(compgen -W "table json name" -- "$current")); return ;;
    "dashboard:--name") COMPREPLY=($(compgen -W "$(_lbctl_clusters)" -- "$current")); return ;;
    "token:-o"|"token:--output") COMPREPLY=($(compgen -W "table json name" -- "$current")); return ;;
    "token:--name") COMPREPLY=($(compgen -W "$(_lbctl_clusters)" -- "$current")); return ;;
    "config:--name") COMPREPLY=($(compgen -W "$(_lbctl_clusters)" -- "$current")); return ;;
    "config init:--name") COMPREPLY=($(compgen -W "$(_lbctl_clusters)" -- "$current")); return ;;
    "config check:-f"|"config check:--file") compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$current")); return ;;
    "config check:-o"|"config check:--output") COMPREPLY=($(compgen -W "table json name" -- "$current")); return ;;
    "config check:--name") COMPREPLY=($(compgen -W "$(_lbctl_clusters)" -- "$current")); return ;;
    "config show:-f"|"config show:--file") compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$current")); return ;;
    "config show:-o"|"config show:--output") COMPREPLY=($(compgen -W "table json name" -- "$current")); return ;;
    "config show:--name") COMPREPLY=($(compgen -W "$(_lbctl_clusters)" -- "$current")); return ;;
    "config schema:--name") COMPREPLY=($(compgen -W "$(_lbctl_clusters)" -- "$current")); return ;;
    "install-service:-f"|"install-service:--file") compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$current")); return ;;
    "install-service:-n"|"install-service:--backends") COMPREPLY=(); return ;;
    "install-service:--procfile") compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$current")); return ;;
    "install-service:--formation") COMPREPLY=(); return ;;
    "install-service:--port") COMPREPLY=(); return ;;
    "install-service:--admin-port") COMPREPLY=(); return ;;
    "install-service:--management-port") COMPREPLY=(); return ;;
    "install-service:--first-port") COMPREPLY=(); return ;;
    "install-service:--run-as") COMPREPLY=(); return ;;
    "install-service:-o"|"install-service:--output") compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$current")); return ;;
    "install-service:--name") COMPREPLY=($(compgen -W "$(_lbctl_clusters)" -- "$current")); return ;;
    "completion:--name") COMPREPLY=($(compgen -W "$(_lbctl_clusters)" -- "$current")); return ;;
    "version:-o"|"version:--output") COMPREPLY=($(compgen -W "table json name" -- "$current")); return ;;
    "version:--name") COMPREPLY=($(compgen -W "$(_lbctl_clusters)" -- "$current")); return ;;
    "help:--name") COMPREPLY=($(compgen -W "$(_lbctl_clusters)" -- "$current")); return ;;
  esac
  case "$verb:$current" in
    ":"-*) COMPREPLY=($(compgen -W "--name -h --help -V --version" -- "$current")); return ;;
    "up:"-*) COMPREPLY=($(compgen -W "-f --file -n --backends --procfile --formation --port --admin-port --management-port --first-port --watch-config -d --detach --wait --no-wait --name -h --help" -- "$current")); return ;;
    "run:"-*) COMPREPLY=($(compgen -W "-n --copies --ready -e --env --watch --port --admin-port --management-port --first-port -d --detach --name -h --help" -- "$current")); return ;;
    "down:"-*) COMPREPLY=($(compgen -W "-y --yes --name -h --help" -- "$current")); return ;;
    "ps:"-*) COMPREPLY=($(compgen -W "-o --output --name -h --help" -- "$current")); return ;;
    "status:"-*) COMPREPLY=($(compgen -W "-o --output --name -h --help" -- "$current")); return ;;
    "kill:"-*) COMPREPLY=($(compgen -W "--crash --name -h --help" -- "$current")); return ;;
    "start:"-*) COMPREPLY=($(compgen -W "--name -h --help" -- "$current")); return ;;
    "stop:"-*) COMPREPLY=($(compgen -W "-y --yes --drain --name -h --help" -- "$current")); return ;;
    "restart:"-*) COMPREPLY=($(compgen -W "--rolling --max-unavailable --name -h --help" -- "$current")); return ;;
    "scale:"-*) COMPREPLY=($(compgen -W "--name -h --help" -- "$current")); return ;;
    "reload:"-*) COMPREPLY=($(compgen -W "--dry-run -o --output --name -h --help" -- "$current")); return ;;
    "drain:"-*) COMPREPLY=($(compgen -W "--for --wait --timeout --pool -o --output --name -h --help" -- "$current")); return ;;
    "ready:"-*) COMPREPLY=($(compgen -W "--for --wait --timeout --pool -o --output --name -h --help" -- "$current")); return ;;
    "maint:"-*) COMPREPLY=($(compgen -W "--for --wait --timeout --pool -o --output --name -h --help" -- "$current")); return ;;
    "weight:"-*) COMPREPLY=($(compgen -W "--pool -o --output --name -h --help" -- "$current")); return ;;
    "algorithm:"-*) COMPREPLY=($(compgen -W "--pool -o --output --name -h --help" -- "$current")); return ;;
    "fault:"-*) COMPREPLY=($(compgen -W "--delay --errors --hang --off --for --name -h --help" -- "$current")); return ;;
    "events:"-*) COMPREPLY=($(compgen -W "-f --follow -n --lines --tail -o --output --name -h --help" -- "$current")); return ;;
    "explain:"-*) COMPREPLY=($(compgen -W "--request --client --header -o --output --name -h --help" -- "$current")); return ;;
    "bench:"-*) COMPREPLY=($(compgen -W "--body --body-file --url --path --method -H --header --requests --duration -c --concurrency --rate -y --yes -o --output --name -h --help" -- "$current")); return ;;
    "demo:"-*) COMPREPLY=($(compgen -W "--fast --name -h --help" -- "$current")); return ;;
    "logs:"-*) COMPREPLY=($(compgen -W "-f --follow -n --lines --tail --since -o --output --name -h --help" -- "$current")); return ;;
    "top:"-*) COMPREPLY=($(compgen -W "--read-only -f --follow --every -o --output --name -h --help" -- "$current")); return ;;
    "dashboard:"-*) COMPREPLY=($(compgen -W "--open -o --output --name -h --help" -- "$current")); return ;;
    "token:"-*) COMPREPLY=($(compgen -W "-o --output --name -h --help" -- "$current")); return ;;
    "config:"-*) COMPREPLY=($(compgen -W "--name -h --help" -- "$current")); return ;;
    "config init:"-*) COMPREPLY=($(compgen -W "--force --name -h --help" -- "$current")); return ;;
    "config check:"-*) COMPREPLY=($(compgen -W "-f --file --strict -o --output --name -h --help" -- "$current")); return ;;
    "config show:"-*) COMPREPLY=($(compgen -W "-f --file --effective -o --output --name -h --help" -- "$current")); return ;;
    "config schema:"-*) COMPREPLY=($(compgen -W "--name -h --help" -- "$current")); return ;;
    "install-service:"-*) COMPREPLY=($(compgen -W "-f --file -n --backends --procfile --formation --port --admin-port --management-port --first-port --watch-config --user --run-as --dry-run -o --output -y --yes --name -h --help" -- "$current")); return ;;
    "completion:"-*) COMPREPLY=($(compgen -W "--name -h --help" -- "$current")); return ;;
    "version:"-*) COMPREPLY=($(compgen -W "-o --output --name -h --help" -- "$current")); return ;;
    "help:"-*) COMPREPLY=($(compgen -W "--name -h --help" -- "$current")); return ;;
  esac
  case "$verb" in
    "") words="up run down ps status kill start stop restart scale reload drain ready maint weight algorithm fault events explain bench demo logs top dashboard token config install-service completion version help" ;;
    "up") COMPREPLY=(); return ;;
    "run") COMPREPLY=(); return ;;
    "down") COMPREPLY=(); return ;;
    "ps") COMPREPLY=(); return ;;
    "status") COMPREPLY=(); return ;;
    "kill") COMPREPLY=($(compgen -W "$(_lbctl_nodes "$cluster")" -- "$current")); return ;;
    "start") COMPREPLY=($(compgen -W "$(_lbctl_nodes "$cluster")" -- "$current")); return ;;
    "stop") COMPREPLY=($(compgen -W "$(_lbctl_nodes "$cluster")" -- "$current")); return ;;
    "restart") COMPREPLY=($(compgen -W "$(_lbctl_nodes "$cluster")" -- "$current")); return ;;
    "scale") COMPREPLY=(); return ;;
    "reload") COMPREPLY=(); return ;;
    "drain") COMPREPLY=($(compgen -W "$(_lbctl_backends "$cluster")" -- "$current")); return ;;
    "ready") COMPREPLY=($(compgen -W "$(_lbctl_backends "$cluster")" -- "$current")); return ;;
    "maint") COMPREPLY=($(compgen -W "$(_lbctl_backends "$cluster")" -- "$current")); return ;;
    "weight") COMPREPLY=($(compgen -W "$(_lbctl_backends "$cluster")" -- "$current")); return ;;
    "algorithm") COMPREPLY=($(compgen -W "round_robin weighted least_connections least_response_time random power_of_two ip_hash consistent_hash" -- "$current")); return ;;
    "fault") COMPREPLY=($(compgen -W "$(_lbctl_nodes "$cluster")" -- "$current")); return ;;
    "events") COMPREPLY=(); return ;;
    "explain") COMPREPLY=(); return ;;
    "bench") COMPREPLY=(); return ;;
    "demo") COMPREPLY=(); return ;;
    "logs") COMPREPLY=($(compgen -W "$(_lbctl_nodes "$cluster")" -- "$current")); return ;;
    "top") COMPREPLY=(); return ;;
    "dashboard") COMPREPLY=(); return ;;
    "token") COMPREPLY=(); return ;;
    "config") words="init check show schema" ;;
    "config init") compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$current")); return ;;
    "config check") compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$current")); return ;;
    "config show") COMPREPLY=(); return ;;
    "config schema") COMPREPLY=(); return ;;
    "install-service") COMPREPLY=(); return ;;
    "completion") COMPREPLY=($(compgen -W "bash zsh fish" -- "$current")); return ;;
    "version") COMPREPLY=(); return ;;
    "help") COMPREPLY=(); return ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -F _lbctl lbctl
