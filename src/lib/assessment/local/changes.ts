/** What one reads or works with: the smallest parts whose change is worth a look. */
const parts =
  'button, input, select, textarea, img, svg[role], li, td, th, p, h2, h3, h4, dt, dd, label, span';
const mark = 'data-changed';

/** How a screen looks, part by part: what each says and how it stands. */
export type Look = ReadonlyMap<string, number>;

/** The look of what is inside an element. */
export function lookOf(root: HTMLElement): Look {
  const look = new Map<string, number>();
  for (const part of partsIn(root)) {
    const sign = signOf(part);
    look.set(sign, (look.get(sign) ?? 0) + 1);
  }
  return look;
}

/**
 * Marks the parts that were not there in the look before (`data-changed`), and returns what they say. Nothing is
 * marked, and nothing said, when most of the screen is another one: there, everything is new.
 */
export function markChanges(root: HTMLElement, before: Look): string {
  const left = new Map(before);
  const all = partsIn(root);
  const changed = all.filter((part) => {
    const sign = signOf(part);
    const count = left.get(sign) ?? 0;
    left.set(sign, count - 1);
    return count <= 0;
  });
  if (changed.length === 0 || changed.length > all.length * 0.6) return '';
  // A box that is ticked is shown with its words.
  const shown = changed.map((part) => part.closest('label') ?? part);
  const inner = [...new Set(shown)].filter(
    (part) => !shown.some((other) => other !== part && part.contains(other)),
  );
  for (const part of inner) part.setAttribute(mark, '');
  inner[0]?.scrollIntoView({ block: 'center' });
  const said = inner.slice(0, 3).map((part) => wordsOf(part));
  return said.filter((words) => words !== '').join(', ');
}

function partsIn(root: HTMLElement): readonly Element[] {
  return [...root.querySelectorAll(parts)].filter((part) => part.closest('[role="status"]') === null);
}

function signOf(part: Element): string {
  const states = [
    'aria-pressed',
    'aria-selected',
    'aria-expanded',
    'aria-current',
    'aria-label',
    'src',
    'class',
  ];
  const held = part instanceof HTMLInputElement ? `${part.value} ${part.checked}` : '';
  const chosen = part instanceof HTMLSelectElement ? part.value : '';
  return [
    part.tagName,
    part.textContent.trim(),
    held,
    chosen,
    ...states.map((name) => part.getAttribute(name)),
  ].join('|');
}

function wordsOf(part: Element): string {
  const typed = part instanceof HTMLInputElement ? part.value : '';
  const words = part.getAttribute('aria-label') ?? (typed || part.textContent);
  return words.replace(/\s+/g, ' ').trim().slice(0, 80);
}
