// What both APIs tell, joined by name into what a card shows. No DOM here.

/** One member per name: its backend as the balancer sees it, its node as the launcher does; either may be missing. */
export function members(state) {
  const backends = new Map((state.status?.backend_servers ?? []).map(backend => [backend.name, backend]));
  const nodes = new Map(state.nodes.filter(node => node.role !== 'balancer').map(node => [node.name, node]));
  const total = [...backends.values()].reduce((sum, backend) => sum + backend.total_requests, 0);
  return [...new Set([...backends.keys(), ...nodes.keys()])].sort(naturally).map(name => {
    const backend = backends.get(name);
    const node = nodes.get(name);
    const share = backend && total ? backend.total_requests / total : 0;
    return { name, backend, node, share, ...condition(state, backend, node), command: state.commands.get(name) };
  });
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
  if (backend.duty !== 'ready') return { word: backend.duty, tone: 'wait', reason: backend.reason };
  const tones = { up: 'good', down: 'bad', ejected: 'bad' };
  return { word: backend.health, tone: tones[backend.health] ?? 'wait', reason: backend.reason };
}

function naturally(a, b) {
  return a.localeCompare(b, 'en', { numeric: true });
}
