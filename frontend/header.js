// The top of the page: connections, notices, and the figures of the whole cluster.
import { byId, element, setAttribute, setText } from './dom.js';
import { bytes, clockTime, count, millis, percent, rate, span } from './format.js';
import { balancerNode, processTone } from './facts.js';

const LATELY = 5; // samples, of two seconds each

export function drawHeader(state, samples) {
  setText(byId('cluster'), state.cluster);
  document.title = state.cluster ? `${state.cluster} · lbctl` : 'lbctl';
  drawList(byId('links'), links(state), link);
  drawList(byId('notices'), notices(state), text => element('p', { class: 'notice' }, text));
  drawFigures(state, samples);
  drawBalancer(balancerNode(state), state.usage);
}

function links(state) {
  const found = [{ name: 'balancer', ...state.links.balancer }];
  if (state.managed) found.push({ name: 'launcher', ...state.links.launcher });
  found.push({ name: state.token ? 'control allowed' : 'read only', access: true });
  return found;
}

function link({ name, live, access }) {
  if (access) return element('li', { class: 'link access' }, name);
  const word = live === undefined ? 'connecting' : live ? 'live' : 'away';
  return element('li', { class: 'link', 'data-tone': live ? 'good' : live === undefined ? 'wait' : 'bad' }, `${name} ${word}`);
}

function notices(state) {
  const { balancer, launcher } = state.links;
  const found = [];
  if (balancer && !balancer.live) {
    found.push(`The balancer has not answered since ${clockTime(balancer.since)}. Figures are the last it told.`);
  }
  if (state.managed && launcher && !launcher.live) {
    found.push(`The launcher has not answered since ${clockTime(launcher.since)}: nothing can be started or stopped from here. Traffic does not need it.`);
  }
  for (const pool of (state.status?.pools ?? []).filter(pool => pool.panic)) {
    found.push(`The pool ${pool.name} is in panic: only ${pool.healthy} of ${pool.backends} members are fit, so all of them get requests.`);
  }
  if (state.tokenRefused) {
    found.push('The token of this page is not accepted any more: open the URL that "lbctl dashboard" prints.');
  } else if (!state.token) {
    found.push(`Read only: to change anything from here, ${state.managed ? 'open the URL that "lbctl dashboard" prints' : 'add #token=TOKEN to this address'}.`);
  }
  return found;
}

/** Anew only when there is something else to show. */
function drawList(box, things, draw) {
  const shown = JSON.stringify(things);
  if (box.dataset.shown === shown) return;
  box.dataset.shown = shown;
  box.replaceChildren(...things.map(draw));
}

function drawFigures(state, samples) {
  const status = state.status;
  const box = byId('figures');
  box.classList.toggle('stale', state.links.balancer?.live === false);
  if (!status) return;
  const members = status.backend_servers;
  const taking = members.filter(member => member.healthy).length;
  const all = status.statistics;
  const lately = samples.slice(-LATELY).findLast(sample => sample.p95_ms > 0);
  const figures = [
    ['Requests per second', rate(all.requests_per_second)],
    ['Answered well', percent(all.success_rate), all.failed_requests ? `${count(all.failed_requests)} failed` : 'none failed', all.failed_requests > 0],
    ['Latency, p95', lately ? millis(lately.p95_ms) : '–', lately ? `p50 ${millis(lately.p50_ms)}, p99 ${millis(lately.p99_ms)}` : 'nobody asked lately'],
    ['Taking traffic', `${taking} of ${members.length}`, 'members', taking < members.length],
    ['Requests', count(all.total_requests), `${count(all.in_flight)} in flight, ${count(all.retries)} retried`],
    ['Balancer up', span(status.uptime), `version ${status.version}`],
  ];
  figures.forEach((figure, i) => drawFigure(box.children[i] ?? box.appendChild(emptyFigure()), figure));
}

function emptyFigure() {
  return element('div', { class: 'figure' }, element('dt'), element('dd', { class: 'value' }), element('dd', { class: 'quiet' }));
}

function drawFigure(box, [label, value, note = 'over the last 10 s', warn = false]) {
  [label, value, note].forEach((text, i) => setText(box.children[i], text));
  box.classList.toggle('warn', warn);
}

function drawBalancer(node, usage) {
  const box = byId('balancer');
  box.hidden = !node;
  if (!node) return;
  const facts = [`balancer process ${node.state}`, node.address, node.pid ? `pid ${node.pid}` : 'no process',
    `up ${span(node.uptime_seconds)}`, node.restarts === 1 ? '1 restart' : `${count(node.restarts)} restarts`];
  const taken = usage.get(node.name);
  if (taken && node.pid) facts.push(`${taken.cpu === null ? '' : `${percent(taken.cpu * 100)} CPU, `}${bytes(taken.memory)}`);
  setAttribute(box, 'data-tone', processTone(node.state));
  setText(box, facts.join('  ·  '));
  setAttribute(box, 'title', node.reason);
}
