// What both APIs tell, joined by name into what a card shows. No DOM here.
import { clockTime } from './format.js';

/** One member per backend, as the balancer sees it, with its node, as the launcher does; either may be missing. */
export function members(state) {
  const backends = state.status?.backend_servers ?? [];
  const nodes = new Map(state.nodes.filter(node => node.role !== 'balancer').map(node => [node.name, node]));
  const known = new Set(backends.map(backend => backend.name));
  return [
    ...backends.map(backend => member(state, backend.name, backend, nodeOf(backend, backends, nodes))),
    ...[...nodes.values()].filter(node => !known.has(node.name)).map(node => member(state, node.name, undefined, node)),
  ].sort((a, b) => naturally(a.key, b.key));
}

// Of several members of one name, in several pools, the node is the one at its address.
function nodeOf(backend, backends, nodes) {
  const node = nodes.get(backend.name);
  const alone = backends.filter(one => one.name === backend.name).length === 1;
  return node && (alone || backend.url.endsWith(`//${node.address}`)) ? node : undefined;
}

/** The sum of one figure over the members of a pool. */
export function inPool(state, pool, figure) {
  return state.status.backend_servers.filter(one => one.pool === pool).reduce((sum, one) => sum + figure(one), 0);
}

function member(state, name, backend, node) {
  const total = backend ? inPool(state, backend.pool, one => one.total_requests) : 0;
  const key = backend && state.status.pools.length > 1 ? `${backend.pool}/${name}` : name;
  const share = total ? backend.total_requests / total : 0;
  const fault = node?.pid && node.fault?.seconds_left ? node.fault.words : '';
  const latencies = backend ? state.pace.latencies(backend) : [];
  return { key, name, backend, node, share, fault, latencies, usage: state.usage.get(name), ...condition(state, backend, node), command: state.commands.get(key) };
}

/** The process of the balancer; undefined without a launcher. */
export function balancerNode(state) {
  return state.nodes.find(node => node.role === 'balancer');
}

/** How the state of a process looks: good, wait, bad or off. */
export function processTone(state) {
  return { ready: 'good', starting: 'wait', stopping: 'wait', stopped: 'off', crashed: 'bad', failed: 'bad' }[state] ?? 'wait';
}

/** Which commands make sense for a node in its state. */
export function allowed(node) {
  const running = ['starting', 'ready', 'stopping'].includes(node.state);
  return {
    kill: running,
    start: !running,
    restart: node.state === 'ready',
    stop: node.state === 'ready' || node.state === 'starting' || node.state === 'crashed',
  };
}

// A process that is not ready explains everything else; then what the operator wants; then what probes and traffic say.
function condition(state, backend, node) {
  if (node && node.state !== 'ready') {
    return { word: node.state, tone: processTone(node.state), reason: node.reason };
  }
  if (!state.status) return { word: node.state, tone: 'wait', reason: 'the balancer has not told of it yet' };
  if (!backend) return { word: 'joining', tone: 'wait', reason: 'the balancer does not know it yet' };
  if (backend.duty !== 'ready') return { word: backend.duty, tone: 'wait', reason: wanted(backend) };
  const tones = { up: 'good', down: 'bad', ejected: 'bad' };
  const word = backend.reason.startsWith('dns:') ? `${backend.health} (dns)` : backend.health;
  return { word, tone: tones[backend.health] ?? 'wait', reason: backend.reason };
}

function wanted({ duty, until, health, reason }) {
  const words = duty === 'drain' ? 'finishes what it has, gets nothing new' : 'set aside: no traffic, no probes';
  const end = until ? `, until ${clockTime(Date.parse(until))}` : '';
  return `${words}${end}${health === 'up' ? '' : `; ${health}: ${reason}`}`;
}

function naturally(a, b) {
  return a.localeCompare(b, 'en', { numeric: true });
}
