/** A piece of HTML that is safe to stand in a page. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

type Piece = string | number | Markup | readonly Markup[];

/** HTML with what is put into it escaped, but for what is HTML already. */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return new Markup(
    parts.map((part, index) => part + (index < pieces.length ? textOf(pieces[index] as Piece) : '')).join(''),
  );
}

function textOf(piece: Piece): string {
  if (piece instanceof Markup) return piece.text;
  if (typeof piece === 'object') return piece.map(({ text }) => text).join('');
  return `${piece}`.replace(/[&<>"']/g, (sign) => signs[sign] ?? '');
}
