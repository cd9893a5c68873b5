// Where the two APIs are, and the calls this page makes to them.
import { dropToken } from './token.js';

const RETRY_MS = 1000;

/** The addresses of both APIs on the host this page came from; management is null without a launcher. Asks until answered. */
export async function findEndpoints() {
  for (;;) {
    try {
      const answer = await fetch('/dashboard/endpoints.json', { cache: 'no-store' });
      if (answer.ok) return addresses(await answer.json());
    } catch { /* asked again below */ }
    await new Promise(resolve => setTimeout(resolve, RETRY_MS));
  }
}

function addresses({ admin_port: admin, management_port: management }) {
  const at = port => `http://${location.hostname}:${port}`;
  return { admin: at(admin), management: management ? at(management) : null };
}

/** The launcher's commands. What comes of one stands in the state, by the name of its node. */
export class Management {
  constructor(url, state) {
    this.url = url;
    this.state = state;
    state.managed = true;
  }

  async clusterName() {
    const answer = await fetch(`${this.url}/status`, { cache: 'no-store' });
    return (await answer.json()).cluster;
  }

  /** verb: kill, start, stop or restart. */
  async command(verb, node) {
    this.state.takeCommand(node, { verb, pending: true });
    try {
      const answer = await fetch(`${this.url}/${verb}/${encodeURIComponent(node)}`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${this.state.token}` },
      });
      this.state.takeCommand(node, answer.ok ? null : { verb, refusal: await this.refusal(answer) });
    } catch {
      this.state.takeCommand(node, { verb, refusal: 'The launcher did not answer.' });
    }
  }

  async refusal(answer) {
    if (answer.status === 401) {
      this.state.loseToken();
      dropToken();
    }
    const { detail, hint } = await answer.json().catch(() => ({}));
    return detail ? `${detail}${hint ? `; ${hint}` : ''}` : `Refused with status ${answer.status}.`;
  }
}
