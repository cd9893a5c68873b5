// Where the two APIs are, and how this page asks them for something.
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

/** What an API tells: its JSON, or an error whose message is for a person. */
export async function read(url) {
  return bodyOf(await reach(url, { cache: 'no-store' }));
}

/** Has an API change something; answers what it says then. An error's status tells a refusal from silence. */
export async function change(token, method, url, body) {
  const headers = { Authorization: `Bearer ${token}` };
  if (body) headers['Content-Type'] = 'application/json';
  return bodyOf(await reach(url, { method, headers, body: body && JSON.stringify(body) }));
}

async function reach(url, request) {
  try {
    return await fetch(url, request);
  } catch {
    throw new Error(`${new URL(url).host} did not answer.`);
  }
}

async function bodyOf(answer) {
  const body = await answer.json().catch(() => ({}));
  if (answer.ok) return body;
  const { detail, hint } = body;
  const words = detail ? `${detail}${hint ? `; ${hint}` : ''}` : `Refused with status ${answer.status}.`;
  throw Object.assign(new Error(words), { status: answer.status });
}
