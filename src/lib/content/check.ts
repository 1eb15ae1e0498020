import { areaSchema, frameworkFaults, type Area, type Framework } from '#lib/framework/framework.ts';
import {
  byCodeUnit,
  textAt,
  type AuthoredBundle,
  type AuthoredChallenge,
  type AuthoredLesson,
  type SourceFiles,
  type Sources,
} from './authored.ts';
import { tellCodes, tellDoubles, tellEnemies, tellTries, tellUntaught } from './check-across.ts';
import { clipLanguage, clipNames } from './clip.ts';
import { checkChallenge, type Kinds } from './check-challenge.ts';
import { checkLesson } from './check-lesson.ts';
import type { Place } from './check-place.ts';
import { isPictureName, pictureEndings } from './picture.ts';
import { isWarning, tellerOf, type Fault } from './fault.ts';
import { bundleFileSchema, type BundleFile } from './source-schema.ts';
import { parseAs, parseYaml } from './yaml-file.ts';

/** Reads all sources and checks them: what they hold, and every fault, in the order of the files. */
export function checkSources(files: SourceFiles, kinds: Kinds): Sources {
  const faults: Fault[] = [];
  const framework = readFramework(files, faults);
  const folders = new Set([...files.keys()].map((path) => path.split('/')[0] as string));
  folders.delete('framework');
  const bundles = [...folders].sort(byCodeUnit).flatMap((folder) => {
    if (![...files.keys()].some((path) => path.startsWith(`${folder}/`))) return [];
    return readBundle(folder, files, framework, kinds, faults) ?? [];
  });
  tellDoubles(bundles, faults);
  tellCodes(bundles, faults);
  tellEnemies(bundles, faults);
  tellTries(bundles, faults);
  tellUntaught(bundles, faults);
  const wrong = new Set(faults.filter((fault) => !isWarning(fault)).map(({ file }) => folderOf(file)));
  faults.sort((one, other) => byCodeUnit(one.file, other.file) || one.line - other.line);
  return {
    framework,
    bundles: bundles.map((bundle) => ({
      ...bundle,
      challenges: bundle.challenges.filter(({ file }) => !wrong.has(folderOf(file))),
      lessons: bundle.lessons.filter(({ file }) => !wrong.has(folderOf(file))),
    })),
    faults,
  };
}

function readFramework(files: SourceFiles, faults: Fault[]): Framework {
  const paths = [...files.keys()].filter((path) => /^framework\/[^/]+\.yaml$/.test(path)).sort(byCodeUnit);
  const areas = paths.flatMap((path): Area[] => {
    const tell = tellerOf(path, faults);
    const yaml = parseYaml(textAt(files, path) ?? '', tell);
    const area = yaml && parseAs(areaSchema, yaml.value, yaml, tell);
    return area === undefined ? [] : [area];
  });
  if (paths.length === 0) {
    tellerOf('framework', faults)(1, 'missingFile', 'there is no framework', 'Add framework/1.yaml.');
  }
  for (const fault of frameworkFaults({ areas })) {
    tellerOf(paths[0] ?? 'framework', faults)(
      1,
      'framework',
      fault,
      'Give each its own id, inside its parent.',
    );
  }
  return { areas };
}

function readBundle(
  folder: string,
  files: SourceFiles,
  framework: Framework,
  kinds: Kinds,
  faults: Fault[],
): AuthoredBundle | undefined {
  const file = `${folder}/bundle.yaml`;
  const tell = tellerOf(file, faults);
  const source = textAt(files, file);
  if (source === undefined)
    tell(1, 'missingFile', 'there is no bundle.yaml', 'Add it: id, title, publisher, licence, languages.');
  const yaml = source === undefined ? undefined : parseYaml(source, tell);
  const written = yaml && parseAs(bundleFileSchema, yaml.value, yaml, tell);
  if (yaml !== undefined && written !== undefined && written.id !== folder) {
    tell(yaml.lineOf(['id']), 'schema', `the id "${written.id}" is not its folder's`, `Write ${folder}.`);
  }
  // Without its bundle.yaml the challenges are checked all the same, so that their authors need not wait for it.
  const languages: BundleFile['languages'] = written?.languages ?? ['fr', 'en'];
  const challenges = placesIn(folder, 'challenges', files, languages, faults).flatMap(
    (place): AuthoredChallenge[] => {
      const challenge = checkChallenge(place, files, languages, framework, kinds, faults);
      return challenge === undefined ? [] : [challenge];
    },
  );
  const lessons = placesIn(folder, 'modules', files, languages, faults).flatMap((place): AuthoredLesson[] => {
    const lesson = checkLesson(place, files, languages, framework, faults);
    return lesson === undefined ? [] : [lesson];
  });
  return written && { ...written, challenges, lessons };
}

/** What is written in each folder of a bundle: the file that must be there, and what people call it. */
const kept = {
  challenges: { file: 'challenge.yaml', noun: 'challenge' },
  modules: { file: 'module.yaml', noun: 'lesson' },
} as const;

function placesIn(
  bundle: string,
  under: keyof typeof kept,
  files: SourceFiles,
  languages: readonly string[],
  faults: Fault[],
): readonly Place[] {
  const places = new Map<string, Place>();
  const { file, noun } = kept[under];
  const inside = `${bundle}/${under}/`;
  const names = [file, ...languages.map((language) => `${language}.md`)];
  for (const path of files.keys()) {
    if (!path.startsWith(inside) || path.endsWith('/README.md')) continue;
    const [competence, slug, name, ...more] = path.slice(inside.length).split('/');
    if (
      competence === undefined ||
      slug === undefined ||
      name === undefined ||
      more.length > 0 ||
      !(names.includes(name) || isPictureName(name) || clipLanguage(name) !== undefined)
    ) {
      tellerOf(path, faults)(
        1,
        'unknownFile',
        'this file is not expected here',
        `A ${noun} has ${names.join(', ')}, pictures (${pictureEndings}) in small letters and recordings (${clipNames}).`,
      );
      continue;
    }
    const id = `${competence}/${slug}`;
    if (!/^[a-z0-9][a-z0-9-]{1,59}$/.test(slug)) {
      tellerOf(path, faults)(
        1,
        'schema',
        `"${slug}" cannot name a ${noun}`,
        'Use small letters, digits and hyphens.',
      );
    }
    places.set(id, { folder: `${inside}${id}`, competence, id });
  }
  return [...places.values()].sort((one, other) => byCodeUnit(one.id, other.id));
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/'));
}
