// Sends requests through the balancer. Only where this page was loaded from its listener: elsewhere the browser would forbid it.
import { byId, setText } from './dom.js';

const AT_ONCE = 6;

export function offerTraffic(endpoints) {
  if ([endpoints.admin, endpoints.management].includes(location.origin)) return;
  byId('traffic').hidden = false;
  for (const amount of [10, 100]) byId(`send-${amount}`).addEventListener('click', () => send(amount));
}

async function send(amount) {
  const began = performance.now();
  const answers = [];
  let left = amount;
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    while (left-- > 0) answers.push(await one());
  }));
  setText(byId('traffic-result'), summary(answers, performance.now() - began));
}

/** Who answered, or null when nobody did. */
async function one() {
  try {
    const answer = await fetch('/', { cache: 'no-store' });
    const body = await answer.text();
    if (!answer.ok) return null;
    try {
      return String(JSON.parse(body).server ?? 'answered');
    } catch {
      return 'answered';
    }
  } catch {
    return null;
  }
}

function summary(answers, took) {
  const counts = new Map();
  answers.filter(Boolean).forEach(server => counts.set(server, (counts.get(server) ?? 0) + 1));
  const spread = [...counts].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })).map(([server, n]) => `${server} ${n}`);
  const failed = answers.filter(answer => answer === null).length;
  return `${answers.length} sent in ${(took / 1000).toFixed(2)} s, ${failed} failed: ${spread.join(', ') || 'nobody answered'}`;
}
