import * as v from 'valibot';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Json } from '#lib/base/canonical-json.ts';
import type { Tell } from './fault.ts';

/** A place in a YAML file: keys and indexes from the top. */
export type YamlPath = readonly (string | number)[];

/** A YAML file as data, with the line of each of its places. */
export interface YamlFile {
  readonly value: Json;
  lineOf(path: YamlPath): number;
}

/** The data of a YAML text, or undefined when it is none; tells each fault with its line. */
export function parseYaml(text: string, tell: Tell): YamlFile | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const wrong = [...document.errors, ...document.warnings];
  for (const error of wrong) {
    tell(
      lines.linePos(error.pos[0]).line,
      'yaml',
      error.message,
      'Correct the YAML; a text with ": " needs quotes.',
    );
  }
  if (wrong.length > 0) return undefined;
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 20 });
  } catch (error) {
    tell(1, 'yaml', error instanceof Error ? error.message : 'it cannot be read', 'Write the values out.');
    return undefined;
  }
  if (!isJson(value)) {
    tell(1, 'yaml', 'a value is neither text, number, yes/no, list nor map', 'Put the value in quotes.');
    return undefined;
  }
  const lineAt = (node: unknown): number | undefined => {
    const range = (node as { range?: readonly number[] | null } | null)?.range;
    return range?.[0] === undefined ? undefined : lines.linePos(range[0]).line;
  };
  const lineOf = (path: YamlPath): number => {
    let node: unknown = document.contents;
    let line = 1;
    for (const step of path) {
      if (isMap(node)) {
        const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
        if (pair === undefined) return line;
        line = lineAt(pair.key) ?? line;
        node = pair.value;
      } else if (isSeq(node)) {
        node = node.items[Number(step)];
        line = lineAt(node) ?? line;
      } else return line;
    }
    return line;
  };
  return { value, lineOf };
}

/** The value of a file that fits a schema, or undefined; tells each place that does not fit. `under` is where the value stands. */
export function parseAs<Output>(
  schema: v.GenericSchema<unknown, Output>,
  value: unknown,
  yaml: YamlFile,
  tell: Tell,
  under: YamlPath = [],
): Output | undefined {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  for (const issue of parsed.issues.map(deepest)) {
    const path = [...under, ...pathOf(issue)];
    const [message, mend] = explained(issue);
    tell(yaml.lineOf(path), 'schema', `${path.join('.') || 'the file'} ${message}`, mend);
  }
  return undefined;
}

type Issue = v.BaseIssue<unknown>;

/** Of the ways in which a union does not fit, the one that went furthest: the one that the author meant. */
function deepest(issue: Issue): Issue {
  const inner = (issue.issues ?? []).map((each) => deepest(each));
  const best = inner.sort((one, other) => pathOf(other).length - pathOf(one).length)[0];
  return best === undefined || pathOf(best).length <= pathOf(issue).length ? issue : best;
}

function pathOf(issue: Issue): (string | number)[] {
  return (issue.path ?? []).map((step) => (typeof step.key === 'number' ? step.key : String(step.key)));
}

/** What is wrong and how to mend it, shorter than the schema says it. */
function explained(issue: Issue): readonly [string, string] {
  const expected = (issue.expected ?? '')
    .replace(/[("|)]+/g, ' ')
    .trim()
    .split(/\s+/)
    .join(', ');
  if (issue.expected === 'never') return ['is not known here', 'Take it out, or correct its spelling.'];
  if (issue.received === 'undefined') return ['is missing', 'Add it, as the guide for authors shows.'];
  if (!issue.message.startsWith('Invalid')) return [issue.message, 'See the guide for authors.'];
  const many = expected.includes(',') ? 'one of ' : '';
  return [`cannot be ${issue.received.slice(0, 60)}`, `Write ${many}${expected}.`];
}

function isJson(value: unknown): value is Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isJson);
  return typeof value === 'object' && Object.values(value).every(isJson);
}
