import { virtual as reader } from '@guidepup/virtual-screen-reader/browser.js';

// The part of the screen reader that stands in the page; its other part is screen-reader.ts.

/** What is heard at one place of a page. */
export interface Heard {
  /** Role, name, state, as they are said. */
  readonly said: string;
  /** The language that it is said in. */
  readonly language: string;
}

const longestWay = 3000;
/** The words of the last control, heading or group that was heard. */
let named = '';

// It listens as soon as there is a page. An alert is said when it comes into being; other live regions when they change.
addEventListener('DOMContentLoaded', () => {
  void reader.start({ container: document.body });
  new MutationObserver((changes) => {
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (!(node instanceof Element)) continue;
      const alerts = node.matches('[role=alert]') ? [node] : node.querySelectorAll('[role=alert]');
      for (const alert of alerts) void say(`assertive: ${alert.textContent.trim()}`);
    }
  }).observe(document.body, { childList: true, subtree: true });
});

/** Whether it is what a live region said. */
function isByItself(said: string): boolean {
  return /^(polite|assertive): /.test(said);
}

async function say(words: string): Promise<void> {
  (await reader.spokenPhraseLog()).push(words);
}

/** Forgets what was said. */
export function forget(): Promise<void> {
  return reader.clearSpokenPhraseLog();
}

/** What was said by itself, each only once in a row: a region that is said whole is so at each change of a part. */
export async function told(): Promise<readonly string[]> {
  const log = await reader.spokenPhraseLog();
  const regions = [...document.querySelectorAll('[aria-live]')];
  // A browser does not say what is not there to be seen.
  const silent = regions.filter((each) => !each.checkVisibility()).map((each) => plain(each.textContent));
  return log
    .map(plain)
    .filter((said, index, all) => said !== 'document' && said !== all[index - 1])
    .filter((said) => !silent.some((words) => words !== '' && said.endsWith(`: ${words}`)));
}

/** Says once more where the reader stands: the state there may have changed. */
export async function again(): Promise<string> {
  const log = await reader.spokenPhraseLog();
  const before = log.length;
  // The reader looks again after a key; this one does nothing.
  await reader.press('Shift');
  const last = await reader.lastSpokenPhrase();
  const since = log.splice(before);
  // What a region said meanwhile, by itself, stays heard.
  log.push(...since.filter(isByItself));
  return plain(truly(since.findLast((said) => !isByItself(said)) ?? last));
}

/** Takes the focus to where the reader stands; false where nothing takes it. */
export function stand(): boolean {
  const element = elementHere();
  element?.focus();
  return element !== null && element === document.activeElement;
}

/**
 * Walks on from where the reader stands until something is said that a pattern asks for, at most once around the page.
 * What is walked to is no part of what was said by itself.
 */
export async function walk(source: string): Promise<readonly Heard[]> {
  const pattern = new RegExp(source, 'm');
  const heard: Heard[] = [];
  let tops = 0;
  for (let steps = 0; steps < longestWay && tops < 2; steps += 1) {
    const said = await next();
    if (said === 'document') tops += 1;
    const one = hear(said);
    if (one === undefined) continue;
    heard.push(one);
    if (pattern.test(one.said)) break;
  }
  return heard;
}

/** Reads the page from its top to its end. */
export async function read(): Promise<readonly Heard[]> {
  for (let steps = 0; steps < longestWay && (await next()) !== 'document'; steps += 1);
  const heard: Heard[] = [];
  for (let steps = 0; steps < longestWay; steps += 1) {
    const said = await next();
    if (said === 'end of document' || said === 'document') break;
    const one = hear(said);
    if (one !== undefined) heard.push(one);
  }
  return heard;
}

async function next(): Promise<string> {
  await reader.next();
  const log = await reader.spokenPhraseLog();
  const last = log.findLastIndex((said) => !isByItself(said));
  return last < 0 ? '' : (log.splice(last, 1)[0] ?? '');
}

function hear(said: string): Heard | undefined {
  const node = reader.activeNode;
  const element = elementHere();
  // What lies under a dialog is not there.
  const dialog = [...document.querySelectorAll('dialog:modal')].at(-1);
  if (dialog !== undefined && !dialog.contains(element)) return undefined;
  if (/^end(,| of )/.test(said)) return undefined;
  const closed = [...document.querySelectorAll('details:not([open]) > :not(summary)')];
  if (closed.some((each) => each.contains(element))) return undefined;
  if (node instanceof Text) {
    // What is named by the words in it has said them already, and so has a field what its label says.
    const owner = element?.closest('a, button, h1, h2, h3, h4, label, legend, summary, option');
    if (owner !== null && plain(named).includes(plain(said))) return undefined;
  } else named = said;
  return { said: plain(truly(said)), language: element?.closest<HTMLElement>('[lang]')?.lang ?? '' };
}

function elementHere(): HTMLElement | null {
  const node = reader.activeNode;
  return node instanceof HTMLElement ? node : (node?.parentElement ?? null);
}

function plain(said: string): string {
  return said.replace(/\s+/gu, ' ').trim();
}

/** The virtual reader takes states from attributes, a browser from what is; and a browser calls a field of a secret a field. */
function truly(said: string): string {
  const element = elementHere();
  if (element instanceof HTMLInputElement && element.type === 'password') return `textbox, ${said}`;
  if (element instanceof HTMLInputElement && /^(checkbox|radio)$/.test(element.type))
    return said.replace(/, (not )?checked/, element.checked ? ', checked' : ', not checked');
  if (element instanceof HTMLOptionElement)
    return said.replace(/, (not )?selected/, element.selected ? ', selected' : ', not selected');
  return said;
}
