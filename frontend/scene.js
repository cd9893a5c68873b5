// Where everything stands in the picture of the flow, and how it is painted. Knows nothing of time.
import { rate } from './format.js';
import { id } from './pace.js';

const ROW = 46;
const LEAST = 190;

/** The positions, in CSS pixels; gives the canvas the height that the members need. */
export function place(canvas, members, rates = new Map()) {
  const narrow = canvas.clientWidth < 560;
  const columns = members.length > 10 ? Math.ceil(members.length / 10) : 1;
  const rows = Math.max(1, Math.ceil(members.length / columns));
  const height = Math.max(LEAST, rows * ROW + 20);
  fit(canvas, canvas.clientWidth, height);
  const width = canvas.clientWidth;
  const first = narrow ? width - 120 : width - 190;
  return {
    client: { x: narrow ? 26 : 60, y: height / 2, name: narrow ? '' : 'clients' },
    balancer: { x: width * (narrow ? .32 : .38), y: height / 2, name: 'balancer' },
    members: members.map((member, i) => ({
      x: first - (i % columns) * Math.min(150, (first - width * .5) / columns), y: (Math.floor(i / columns) + .5) * (height / rows),
      id: member.backend && id(member.backend), name: member.key, word: member.word, tone: member.tone, fault: member.fault,
      rate: rates.get(member.backend && id(member.backend)) ?? 0,
    })),
  };
}

function fit(canvas, width, height) {
  const density = devicePixelRatio || 1;
  const [w, h] = [Math.round(width * density), Math.round(height * density)];
  if (canvas.width === w && canvas.height === h) return;
  canvas.width = w;
  canvas.height = h;
  canvas.style.height = `${height}px`;
}

const COLOURS = ['line', 'off-soft', 'accent', 'surface', 'text', 'quiet', 'good', 'bad', 'wait', 'off'];

/** The page's colours and its font, as they are now. */
export function palette(canvas) {
  const style = getComputedStyle(canvas);
  return { font: `13px ${style.fontFamily}`, colours: new Map(COLOURS.map(name => [name, style.getPropertyValue(`--${name}`)])) };
}

export function paint(canvas, { font, colours }, scene, dots) {
  const density = devicePixelRatio || 1;
  const brush = canvas.getContext('2d');
  const colour = name => colours.get(name);
  brush.setTransform(density, 0, 0, density, 0, 0);
  brush.clearRect(0, 0, canvas.width, canvas.height);
  brush.font = font;
  brush.textBaseline = 'middle';
  wire(brush, scene.client, scene.balancer, colour('line'), 2);
  const most = Math.max(1, ...scene.members.map(member => member.rate));
  for (const member of scene.members) {
    const dark = member.tone !== 'good';
    wire(brush, scene.balancer, member, dark ? colour('off-soft') : colour('line'), 1 + 4 * member.rate / most, dark);
  }
  dots.forEach(dot => disc(brush, dot, 4, colour(dot.tone)));
  [scene.client, scene.balancer].forEach(node => station(brush, node, colour));
  scene.members.forEach(member => standing(brush, member, colour));
}

function wire(brush, from, to, colour, width, broken = false) {
  brush.strokeStyle = colour;
  brush.lineWidth = width;
  brush.setLineDash(broken ? [4, 6] : []);
  brush.beginPath();
  brush.moveTo(from.x, from.y);
  brush.lineTo(to.x, to.y);
  brush.stroke();
  brush.setLineDash([]);
}

function disc(brush, { x, y }, radius, colour) {
  brush.fillStyle = colour;
  brush.beginPath();
  brush.arc(x, y, radius, 0, 2 * Math.PI);
  brush.fill();
}

function station(brush, node, colour) {
  disc(brush, node, 15, colour('accent'));
  disc(brush, node, 11, colour('surface'));
  disc(brush, node, 6, colour('accent'));
  brush.fillStyle = colour('text');
  brush.textAlign = 'center';
  brush.fillText(node.name, node.x, node.y + 30);
}

function standing(brush, member, colour) {
  const fit = member.tone === 'good';
  disc(brush, member, 11, colour(member.tone));
  if (!fit) disc(brush, member, 8, colour('surface'));
  brush.textAlign = 'left';
  brush.fillStyle = colour(fit ? 'text' : 'quiet');
  brush.fillText(member.name, member.x + 18, member.y - 8);
  brush.fillStyle = colour(fit ? (member.fault ? 'wait' : 'quiet') : member.tone);
  brush.fillText(fit ? `${rate(member.rate)}/s${member.fault ? ', a fault' : ''}` : member.word, member.x + 18, member.y + 9);
}
