/** A line or a set of columns of a plot. */
export interface Series {
  readonly name: string;
  readonly kind: 'line' | 'columns';
  readonly points: readonly (readonly [number, number])[];
}

/** A plot and what it says in a sentence. */
export interface Plot {
  readonly title: string;
  readonly says: string;
  readonly x: string;
  readonly y: string;
  readonly series: readonly Series[];
}

const WIDTH = 640;
const HEIGHT = 300;
const LEFT = 56;
const RIGHT = 16;
const TOP = 32;
const BOTTOM = 44;
const TICKS = 5;

/** The plot as a figure: a picture in SVG that has a text, its legend, and its numbers in a table. */
export function figureOf(plot: Plot): string {
  const { title, says, series } = plot;
  const legend = series.map(({ name }, index) => `<li class="s${index}">${escaped(name)}</li>`).join('');
  return `<figure><figcaption><h2>${escaped(title)}</h2><p>${escaped(says)}</p><ul>${legend}</ul></figcaption>
${pictureOf(plot)}
<details><summary>Numbers</summary>${tableOf(plot)}</details></figure>`;
}

function pictureOf({ title, x, y, series }: Plot): string {
  const points = series.flatMap((one) => one.points);
  const across = scaleOf(
    points.map(([value]) => value),
    false,
    LEFT,
    WIDTH - RIGHT,
  );
  const up = scaleOf(
    points.map(([, value]) => value),
    true,
    HEIGHT - BOTTOM,
    TOP,
  );
  const grid = up.ticks.map(
    (tick) =>
      `<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${up.at(tick)}" y2="${up.at(tick)}"/>` +
      `<text x="${LEFT - 8}" y="${up.at(tick)}" class="up">${numberOf(tick)}</text>`,
  );
  const foot = across.ticks.map(
    (tick) =>
      `<text x="${across.at(tick)}" y="${HEIGHT - BOTTOM + 20}" class="across">${numberOf(tick)}</text>`,
  );
  const drawn = series.map((one, index) =>
    one.kind === 'line'
      ? `<polyline class="s${index}" points="${one.points.map(([a, b]) => `${across.at(a)},${up.at(b)}`).join(' ')}"/>`
      : columnsOf(one, index, across.at, up.at),
  );
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(title)}">
${[...grid, ...foot, ...drawn].join('\n')}
<text x="${WIDTH - RIGHT}" y="${HEIGHT - 6}" class="name end">${escaped(x)}</text>
<text x="4" y="12" class="name">${escaped(y)}</text></svg>`;
}

function columnsOf(
  { points }: Series,
  index: number,
  across: (value: number) => number,
  up: (value: number) => number,
): string {
  const width = Math.max(1, (0.8 * (WIDTH - LEFT - RIGHT)) / Math.max(1, points.length + 1));
  return points
    .map(([a, b]) => {
      const height = Math.max(0, up(0) - up(b));
      return `<rect class="s${index}" x="${across(a) - width / 2}" y="${up(b)}" width="${width}" height="${height}"/>`;
    })
    .join('');
}

function scaleOf(
  values: readonly number[],
  hasZero: boolean,
  from: number,
  to: number,
): { readonly at: (value: number) => number; readonly ticks: readonly number[] } {
  const least = values.reduce((low, value) => Math.min(low, value), hasZero ? 0 : Infinity);
  const most = values.reduce((high, value) => Math.max(high, value), hasZero ? 0 : -Infinity);
  const range = most > least ? most - least : 1;
  return {
    at: (value) => Math.round((from + ((value - least) / range) * (to - from)) * 10) / 10,
    ticks: Array.from({ length: TICKS }, (_, index) => least + (range * index) / (TICKS - 1)),
  };
}

function tableOf({ x, series }: Plot): string {
  const places = [...new Set(series.flatMap(({ points }) => points.map(([value]) => value)))].sort(
    (one, other) => one - other,
  );
  const head = series.map(({ name }) => `<th scope="col">${escaped(name)}</th>`).join('');
  const rows = places.map((place) => {
    const cells = series.map(({ points }) => {
      const found = points.find(([value]) => value === place);
      return `<td>${found === undefined ? '' : numberOf(found[1])}</td>`;
    });
    return `<tr><th scope="row">${numberOf(place)}</th>${cells.join('')}</tr>`;
  });
  return `<table><thead><tr><th scope="col">${escaped(x)}</th>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function numberOf(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/** A text as it may stand in a page. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
