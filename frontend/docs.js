// The admin API's description, /openapi.json, as a page. Text goes in as text, never as markup.
import { byId, element, setText } from './dom.js';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

const anchor = (method, path) => `${method}${path.replace(/[^a-z]+/gi, '-')}`;

function operations(api) {
  return Object.entries(api.paths).flatMap(([path, item]) =>
    METHODS.filter(method => item[method]).map(method => ({ path, method, ...item[method] })));
}

/** A schema in one line; one that has a name of its own is a link to it. */
function type(schema) {
  if (!schema) return ['–'];
  if (schema.$ref) {
    const name = schema.$ref.split('/').pop();
    return [element('a', { href: `#schema-${name}` }, name)];
  }
  if (schema.anyOf) return schema.anyOf.flatMap((each, i) => (i ? [' or ', ...type(each)] : type(each)));
  if (schema.enum) return [element('code', {}, schema.enum.map(String).join(' | '))];
  if (schema.type === 'array') return ['list of ', ...type(schema.items)];
  const format = schema.format ? ` (${schema.format})` : '';
  return [`${[schema.type ?? 'anything'].flat().join(' or ')}${format}`];
}

function table(head, rows) {
  if (!rows.length) return '';
  const line = (tag, cells) => element('tr', {}, ...cells.map(cell => element(tag, {}, ...[cell].flat())));
  return element('table', {}, element('thead', {}, line('th', head)), element('tbody', {}, ...rows.map(row => line('td', row))));
}

const contents = body => Object.entries(body?.content ?? {})
  .flatMap(([media, { schema }], i) => [...(i ? [element('br')] : []), element('code', {}, media), ': ', ...type(schema)]);

const resolved = (api, part) => (part.$ref ? part.$ref.split('/').slice(1).reduce((node, key) => node[key], api) : part);

function article(api, operation) {
  const parameters = (operation.parameters ?? []).map(each => resolved(api, each));
  const answers = Object.entries(operation.responses).map(([status, each]) => [status, resolved(api, each)]);
  return element('article', { id: anchor(operation.method, operation.path) },
    element('h3', {}, element('span', { class: 'method' }, operation.method.toUpperCase()), operation.path),
    element('p', {}, operation.summary),
    element('p', { class: 'quiet' }, operation.description ?? ''),
    table(['Parameter', 'In', 'Type', ''], parameters.map(each =>
      [[element('code', {}, each.name)], each.in, type(each.schema), each.description ?? ''])),
    operation.requestBody ? element('p', {}, 'Body: ', ...contents(operation.requestBody)) : '',
    table(['Status', 'Body', ''], answers.map(([status, each]) => [status, contents(each), each.description])));
}

function schema(name, of) {
  const required = of.required ?? [];
  return element('article', { id: `schema-${name}` }, element('h3', {}, name), element('p', {}, of.description ?? ''),
    table(['Field', 'Type', ''], Object.entries(of.properties ?? {}).map(([field, each]) =>
      [[element('code', {}, field), required.includes(field) ? '' : ' (may be left out)'], type(each), each.description ?? ''])));
}

function show(api) {
  setText(byId('title'), `${api.info.title} ${api.info.version}`);
  setText(byId('about'), api.info.description);
  const all = operations(api);
  byId('contents').append(element('ul', {}, ...all.map(each => element('li', {},
    element('a', { href: `#${anchor(each.method, each.path)}` }, `${each.method.toUpperCase()} ${each.path}`)))));
  byId('operations').append(...all.map(each => article(api, each)));
  byId('schemas').append(...Object.entries(api.components.schemas).map(([name, of]) => schema(name, of)));
}

try {
  const answer = await fetch('/openapi.json');
  if (!answer.ok) throw new Error(`/openapi.json: ${answer.status}`);
  show(await answer.json());
} catch (failure) {
  setText(byId('about'), `The description cannot be read: ${failure.message}`);
}
