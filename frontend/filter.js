// Which requests the log shows: the same four questions that GET /requests takes.
import { byId, element } from './dom.js';

export class Filter {
  /** onChange hears the query for what was before. */
  constructor(onChange) {
    this.onChange = onChange;
    this.fields = { path: byId('filter-path'), method: byId('filter-method'), status: byId('filter-status'), backend: byId('filter-backend') };
    for (const field of Object.values(this.fields)) field.addEventListener('input', () => onChange(this.query()));
    byId('filter-failed').addEventListener('input', () => onChange(this.query()));
  }

  takes(request) {
    const { path, method, status, backend } = this.fields;
    return request.target.startsWith(path.value)
      && (!method.value || request.method === method.value)
      && (!status.value || `${Math.floor(request.status / 100)}xx` === status.value)
      && (!backend.value || request.backend === backend.value)
      && (!byId('filter-failed').checked || request.cause !== null || request.status >= 500);
  }

  isOpen() {
    return this.query().size === 1;
  }

  query() {
    const query = new URLSearchParams({ limit: '200' });
    for (const [name, field] of Object.entries(this.fields)) if (field.value) query.set(name, field.value);
    if (byId('filter-failed').checked) query.set('failed', 'true');
    return query;
  }

  /** The backends there are to choose from. */
  draw(status) {
    const names = [...new Set((status?.backend_servers ?? []).map(one => one.name))];
    const select = this.fields.backend;
    if (select.dataset.offered === names.join()) return;
    select.dataset.offered = names.join();
    const chosen = select.value;
    select.replaceChildren(element('option', { value: '' }, 'any backend'), ...names.map(name => element('option', { value: name }, name)));
    select.value = names.includes(chosen) ? chosen : '';
  }
}
