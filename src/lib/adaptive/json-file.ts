import * as v from 'valibot';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';

/** Something wrong in a file: on which line, what, and what to do. */
export interface FileFault {
  readonly line: number;
  readonly message: string;
  readonly mend: string;
}

/** A place in a file: keys and indexes from the top. */
type Path = readonly (string | number)[];

/** The value of a JSON file, and the line of each of its places. */
export interface JsonFile<Value> {
  readonly ok: true;
  readonly value: Value;
  readonly lineOf: (path: Path) => number;
}

/** The value of a JSON text that fits a schema, or each fault with its line; lines are looked for only when asked. */
export function parseJson<Value>(
  text: string,
  schema: v.GenericSchema<unknown, Value>,
): JsonFile<Value> | { readonly ok: false; readonly faults: readonly FileFault[] } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { ok: false, faults: [syntaxFault(text, error as Error)] };
  }
  const parsed = v.safeParse(schema, json);
  const lineOf = (path: Path): number => lineIn(text, path);
  if (parsed.success) return { ok: true, value: parsed.output, lineOf };
  const faults = parsed.issues.map((issue) => {
    const path = (issue.path ?? []).map((step) => step.key as string | number);
    const expected = issue.expected === null ? '' : `, not ${issue.received}`;
    return {
      line: lineOf(path),
      message: `${path.join('.') || 'the file'} does not fit${expected}`,
      mend: issue.received === 'undefined' ? 'Add it.' : `Write ${issue.expected ?? 'a number that ends'}.`,
    };
  });
  return { ok: false, faults };
}

/** JSON has no NaN and no Infinity; the parser's words for it differ, so the place is looked for anew. */
function syntaxFault(text: string, error: Error): FileFault {
  const notNumber = /[:[,]\s*(-?(?:NaN|Infinity))\b/.exec(text);
  if (notNumber !== null) {
    const line = text.slice(0, notNumber.index + notNumber[0].length).split('\n').length;
    return { line, message: `${notNumber[1]} is no number`, mend: 'Write a number, for example 0.5.' };
  }
  const lines = new LineCounter();
  const [fault] = parseDocument(text, { lineCounter: lines, prettyErrors: false }).errors;
  const position = /position (\d+)/.exec(error.message);
  const line =
    position !== null
      ? text.slice(0, Number(position[1])).split('\n').length
      : fault === undefined
        ? text.split('\n').length
        : lines.linePos(fault.pos[0]).line;
  return {
    line,
    message: 'this is no JSON',
    mend: 'Look for a comma, a quote or a bracket that is missing here.',
  };
}

function lineIn(text: string, path: Path): number {
  const lines = new LineCounter();
  let node: unknown = parseDocument(text, { lineCounter: lines, prettyErrors: false }).contents;
  let line = 1;
  const lineAt = (part: unknown): number => {
    const start = (part as { readonly range?: readonly number[] | null } | null)?.range?.[0];
    return start === undefined ? line : lines.linePos(start).line;
  };
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (pair === undefined) return line;
      line = lineAt(pair.key);
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      line = lineAt(node);
    } else return line;
  }
  return line;
}
