// All the page knows. Messages change it; drawing only reads it.
import { Pace } from './pace.js';

const KEPT_REQUESTS = 200;
const KEPT_EVENTS = 200;

export class State {
  version = 0;
  token = null;
  tokenRefused = false;
  managed = false; // a launcher belongs to this cluster
  cluster = '';
  links = {}; // balancer, launcher → { live, since }
  status = null; // the balancer's last report
  pace = new Pace();
  usage = new Map(); // node → { cpu, memory }
  nodes = []; // the launcher's last list
  commands = new Map(); // whom it concerns → { verb, pending } or { verb, refusal }
  algorithms = []; // the names there are
  requests = newest();
  events = new Newest(KEPT_EVENTS, event => `${event.source}#${event.id}#${event.time}`);

  takeStatus(report) {
    this.status = report;
    this.pace.take(report.backend_servers);
    this.takeRequests([...report.recent_requests].reverse());
  }

  /** One backend, as the balancer saw it after a change: its next report is up to a second away. */
  takeBackend(backend) {
    const same = one => one.name === backend.name && one.pool === backend.pool;
    if (this.status) this.status.backend_servers = this.status.backend_servers.map(one => (same(one) ? backend : one));
    this.touch();
  }

  takeAlgorithms({ available, pools }) {
    this.algorithms = available;
    const now = new Map(pools.map(({ pool, algorithm }) => [pool, algorithm]));
    for (const pool of this.status?.pools ?? []) pool.algorithm = now.get(pool.name) ?? pool.algorithm;
    this.touch();
  }

  takeRequests(requests) {
    requests.forEach(request => this.requests.add(request));
    this.touch();
  }

  /** The balancer has forgotten all that ended. */
  forget() {
    this.requests = newest();
    this.touch();
  }

  takeEvent(event) {
    this.events.add(event);
    this.touch();
  }

  takeNodes(nodes) {
    this.nodes = nodes;
    this.touch();
  }

  /** One node, as the launcher saw it after a change. */
  takeNode(node) {
    this.takeNodes(this.nodes.map(one => (one.name === node.name ? node : one)));
  }

  takeUsage(usage) {
    this.usage = usage;
    this.touch();
  }

  takeCluster(name) {
    this.cluster = name;
    this.touch();
  }

  takeLink(name, link) {
    this.links[name] = link;
    this.touch();
  }

  takeCommand(subject, command) {
    if (command) this.commands.set(subject, command);
    else this.commands.delete(subject);
    this.touch();
  }

  loseToken() {
    this.token = null;
    this.tokenRefused = true;
    this.touch();
  }

  touch() {
    this.version++;
  }
}

function newest() {
  return new Newest(KEPT_REQUESTS, request => `${request.time}#${request.id}`);
}

/** The newest things, each once, the newest first; both APIs may tell of the same one. */
export class Newest {
  items = [];
  keys = new Set();

  constructor(limit, key) {
    this.limit = limit;
    this.key = key;
  }

  add(thing) {
    const item = { ...thing, key: this.key(thing), at: Date.parse(thing.time) };
    if (this.keys.has(item.key)) return;
    const later = this.items.findIndex(known => known.at <= item.at);
    if (later < 0 && this.items.length === this.limit) return;
    this.items.splice(later < 0 ? this.items.length : later, 0, item);
    this.keys.add(item.key);
    if (this.items.length > this.limit) this.keys.delete(this.items.pop().key);
  }
}
