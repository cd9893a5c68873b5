// What each process takes of the machine, as the launcher sees it. Asked for only while somebody looks.
import { read } from './api.js';

const EVERY_MS = 3000;

/** onNews hears a map: node → { cpu, memory }, cpu as a share of one core, null at first. */
export function watchUsage(management, onNews) {
  let before = null;
  const look = async () => {
    if (document.hidden) return;
    const now = await read(`${management}/usage`).catch(() => null);
    if (now) onNews(new Map(now.nodes.map(node => [node.name, { cpu: share(before, now, node), memory: node.resident_bytes }])));
    before = now;
  };
  look();
  setInterval(look, EVERY_MS);
}

function share(before, now, node) {
  const earlier = before?.nodes.find(one => one.pid === node.pid);
  const seconds = earlier ? now.uptime_seconds - before.uptime_seconds : 0;
  return seconds > 0 ? (node.cpu_seconds - earlier.cpu_seconds) / seconds : null;
}
