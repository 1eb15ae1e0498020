import type { Json } from '#lib/base/canonical-json.ts';
import type { Picture } from '#lib/challenges/picture.ts';
import type { SourceFiles } from './authored.ts';
import { tellerOf, type Fault } from './fault.ts';
import { isPictureName, openPicture } from './picture.ts';
import type { YamlFile, YamlPath } from './yaml-file.ts';

/** The file that names the pictures, and where in it. */
interface Holder {
  readonly source: string;
  readonly under: string;
}

/**
 * A challenge's parameters, or a lesson's steps, with each picture's file in the place of its name
 * (`picture: { file: plan.svg }`); undefined when one of them cannot be shown. Adds every fault of a picture that is named,
 * and of one that is not.
 */
export function embedPictures(
  value: Json,
  folder: string,
  files: SourceFiles,
  yaml: YamlFile,
  faults: Fault[],
  { source, under }: Holder = { source: 'challenge.yaml', under: 'params' },
): Json | undefined {
  const named = new Map<string, Picture['file'] | undefined>();
  const open = (name: string, line: number): Picture['file'] | undefined => {
    const path = `${folder}/${name}`;
    const file = isPictureName(name) ? files.get(path) : undefined;
    if (typeof file === 'object') return openPicture(name, file, tellerOf(path, faults));
    tellerOf(`${folder}/${source}`, faults)(
      line,
      'missingPicture',
      `there is no picture "${name}" here`,
      `Put it beside ${source}, or correct its name.`,
    );
    return undefined;
  };
  const embedded = (inside: Json, path: YamlPath): Json => {
    if (inside === null || typeof inside !== 'object') return inside;
    if (isList(inside)) return inside.map((inner, index) => embedded(inner, [...path, index]));
    const entries = Object.entries(inside).map(([key, inner]): [string, Json] => {
      const at = [...path, key];
      if (key !== 'picture' || !isNamed(inner)) return [key, embedded(inner, at)];
      const { file } = inner;
      if (!named.has(file)) named.set(file, open(file, yaml.lineOf([...at, 'file'])));
      return [key, { ...inner, file: named.get(file) ?? file }];
    });
    return Object.fromEntries(entries);
  };
  const result = embedded(value, [under]);
  tellUnused(new Set(named.keys()), folder, files, under, faults);
  return [...named.values()].includes(undefined) ? undefined : result;
}

function tellUnused(
  named: ReadonlySet<string>,
  folder: string,
  files: SourceFiles,
  under: string,
  faults: Fault[],
): void {
  for (const path of files.keys()) {
    const name = path.slice(folder.length + 1);
    if (!path.startsWith(`${folder}/`) || !isPictureName(name) || named.has(name)) continue;
    tellerOf(path, faults)(
      1,
      'unusedPicture',
      'nothing uses this picture',
      `Name it in ${under} (picture: { file: ${name}, … }), or take it out.`,
    );
  }
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isNamed(value: Json): value is { readonly file: string } {
  return value !== null && typeof value === 'object' && !isList(value) && typeof value['file'] === 'string';
}
