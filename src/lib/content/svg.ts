import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { Tell } from './fault.ts';

const namespace = 'http://www.w3.org/2000/svg';

/** All that a drawing may be made of: shapes, letters, colours that change. Nothing of it can run, ask or point. */
const elements = new Set(
  (
    'svg g path rect circle ellipse line polyline polygon text tspan title desc defs linearGradient ' +
    'radialGradient stop clipPath'
  ).split(' '),
);
const textElements = new Set(['text', 'tspan', 'title', 'desc']);
const attributes = new Set(
  (
    'id x y x1 y1 x2 y2 dx dy cx cy r rx ry fx fy width height viewBox d points transform opacity fill ' +
    'fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-dasharray ' +
    'stroke-dashoffset stroke-miterlimit clip-path clip-rule clipPathUnits offset stop-color stop-opacity ' +
    'gradientUnits gradientTransform spreadMethod font-family font-size font-weight font-style text-anchor ' +
    'dominant-baseline letter-spacing'
  ).split(' '),
);
/** Names, numbers and colours; `url(#…)` alone points, and only inside the drawing. */
const safeValue = /^(url\(#[\w-]+\)|(?!.*url\()[\w\s.,#%()+-]*)$/is;
const deepest = 40;

/** A drawing written anew out of what it may hold. */
export interface CleanSvg {
  readonly text: string;
  /** Of its view box, in its own units. */
  readonly width: number;
  readonly height: number;
}

/**
 * Reads an SVG drawing and writes it anew with what the lists above allow; undefined when it holds anything else,
 * each told with its line. What is shown is what was written here, never the file: a browser that reads otherwise
 * than this parser finds nothing else to read.
 */
export function cleanSvg(text: string, tell: Tell): CleanSvg | undefined {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const copy = new Copy(tell);
  parser.on('opentagstart', () => (copy.line = parser.line));
  parser.on('attribute', ({ name }) => copy.attributeLines.set(name, parser.line));
  parser.on('opentag', (tag) => copy.open(tag));
  parser.on('closetag', () => copy.close());
  parser.on('text', (letters) => copy.write(letters));
  parser.on('cdata', (letters) => copy.write(letters));
  parser.on('doctype', () => copy.refuse('a document type can bring things in', 'Take out <!DOCTYPE …>.'));
  parser.on('processinginstruction', ({ target }) =>
    copy.refuse(`<?${target}?> can bring things in`, 'Take it out.'),
  );
  parser.on('error', ({ message }) => {
    // The first error makes others, which would only hide it.
    if (copy.isClean) {
      copy.line = parser.line;
      copy.malformed(`it is no SVG: ${message.replace(/^[\d:]+ */, '')}`);
    }
  });
  parser.write(text).close();
  const [, , width = 0, height = 0] = copy.box;
  return copy.isClean ? { text: copy.written, width, height } : undefined;
}

/** A drawing being written anew, and what was found in it that may not be. */
class Copy {
  line = 1;
  /** Of the tag being read; editors write an attribute a line. */
  readonly attributeLines = new Map<string, number>();
  isClean = true;
  written = '';
  box: readonly number[] = [];
  readonly #tell: Tell;
  readonly #names: string[] = [];
  /** Whether the last thing written is a tag that still lacks its end. */
  #isInTag = false;

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  refuse(what: string, mend: string): void {
    this.isClean = false;
    this.#tell(this.line, 'unsafePicture', what, mend);
  }

  malformed(what: string, mend = 'Save it anew as plain SVG.'): void {
    this.isClean = false;
    this.#tell(this.line, 'pictureForm', what, mend);
  }

  open(tag: SaxesTagNS): void {
    const isRoot = this.#names.length === 0;
    if (isRoot) this.#readBox(tag);
    const fault = elementFault(tag);
    if (fault !== undefined) this.refuse(fault, 'Take it out: shapes, <text> and gradients may stay.');
    if (this.#names.length === deepest)
      this.refuse(`more than ${deepest} elements inside one another`, 'Draw it flatter.');
    this.#endTag();
    this.written += `<${tag.name}${isRoot ? ` xmlns='${namespace}'` : ''}`;
    for (const { name, prefix, value } of Object.values(tag.attributes)) {
      if (name === 'xmlns' || prefix === 'xmlns') continue;
      const reason = attributeFault(name, value);
      if (reason === undefined) this.written += ` ${name}='${value.trim().replace(/\s+/g, ' ')}'`;
      else {
        this.line = this.attributeLines.get(name) ?? this.line;
        this.refuse(`${reason} on <${tag.name}>`, 'Take it out: plain attributes may stay.');
      }
    }
    this.attributeLines.clear();
    this.#isInTag = true;
    this.#names.push(tag.name);
  }

  close(): void {
    const name = this.#names.pop();
    this.written += this.#isInTag ? '/>' : `</${name}>`;
    this.#isInTag = false;
  }

  write(letters: string): void {
    if (textElements.has(this.#names.at(-1) ?? '')) {
      this.#endTag();
      this.written += letters.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    } else if (letters.trim() !== '')
      this.malformed('there are letters outside <text>', 'Put them in a <text>.');
  }

  #endTag(): void {
    if (this.#isInTag) this.written += '>';
    this.#isInTag = false;
  }

  #readBox(tag: SaxesTagNS): void {
    if (tag.name !== 'svg') this.malformed(`<${tag.name}> is no <svg>`);
    this.box = (tag.attributes['viewBox']?.value ?? '')
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    const [left, top, width = 0, height = 0] = this.box;
    const isWhole = this.box.length === 4 && this.box.every((each) => Number.isFinite(each));
    if (!isWhole || left !== 0 || top !== 0 || !isSide(width) || !isSide(height))
      this.malformed('<svg> has no view box that begins at 0', 'Write viewBox="0 0 width height".');
  }
}

function isSide(length: number): boolean {
  return length >= 1 && length <= 10_000;
}

function elementFault({ name, uri }: SaxesTagNS): string | undefined {
  if (/script$/i.test(name)) return 'there is a script';
  if (uri === namespace && elements.has(name)) return undefined;
  return `<${name}> cannot be in a picture`;
}

function attributeFault(name: string, value: string): string | undefined {
  if (/^on/i.test(name)) return `there is an event handler, ${name}="…",`;
  if (/(java|vb)script\s*:/i.test(value)) return `there is a script in ${name}="…"`;
  if (/(^|:)(href|src)$/i.test(name)) return `${name}="…" points elsewhere`;
  if (!attributes.has(name)) return `${name}="…" cannot be used`;
  return safeValue.test(value) ? undefined : `${name}="${value.slice(0, 40)}" may point elsewhere`;
}
