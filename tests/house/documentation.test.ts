import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { filesIn, project, textOf } from './sources.ts';

const pages = [
  ...filesIn(['src', 'docs', 'tests'], /\.md$/),
  ...filesIn(['content-bundles'], /\/[A-Z]+\.md$/),
  ...['README.md', 'CONTRIBUTING.md'].filter((name) => existsSync(join(project, name))),
];

test('every exported function says in a sentence what it gives', () => {
  const sources = filesIn(['src/lib'], /(?<!\.test|\.contract)\.ts$/);
  expect(sources.flatMap(undocumented)).toEqual([]);
});

test('every link of a page leads somewhere', () => {
  const lost = pages.flatMap((page) =>
    found(page, /\]\(([^)\s]+)\)/g)
      .filter((link) => !/^[a-z]+:/.test(link) && !leads(page, link))
      .map((link) => `${page}: ${link}`),
  );
  expect(lost).toEqual([]);
});

test('every file that a page names is there', () => {
  const lost = pages.flatMap((page) =>
    found(page, /`((?:src|tests|docs|static|\.ci)\/[^`\s…*{}<>]+)`/g)
      .filter((path) => !existsSync(join(project, path)))
      .map((path) => `${page}: ${path}`),
  );
  expect(lost).toEqual([]);
});

/** What a pattern finds in a page, blocks of code left out. */
function found(page: string, pattern: RegExp): string[] {
  const text = textOf(page).replace(/^(`{3,}).*?^\1/gms, '');
  return [...text.matchAll(pattern)].map(([, part = '']) => part);
}

function undocumented(path: string): string[] {
  const source = ts.createSourceFile(path, textOf(path), ts.ScriptTarget.Latest, true);
  return source.statements.flatMap((statement) => {
    const name = functionName(statement);
    if (name === undefined || ts.getJSDocCommentsAndTags(statement).length > 0) return [];
    const { line } = source.getLineAndCharacterOfPosition(statement.getStart());
    return [`${path}:${line + 1} ${name}`];
  });
}

/** The name of the function that a statement exports; undefined when it exports none. Each signature of one may be told apart. */
function functionName(statement: ts.Statement): string | undefined {
  const isExported =
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
  if (!isExported) return undefined;
  if (ts.isFunctionDeclaration(statement)) return statement.name?.text;
  if (!ts.isVariableStatement(statement)) return undefined;
  return statement.declarationList.declarations
    .find(({ initializer }) => initializer !== undefined && ts.isArrowFunction(initializer))
    ?.name.getText();
}

/** Whether the file of a link exists, and the heading that it names stands in it. */
function leads(page: string, link: string): boolean {
  const [path = '', anchor] = decodeURI(link).split('#');
  const target = path === '' ? page : relative(project, join(project, dirname(page), path));
  if (!existsSync(join(project, target))) return false;
  if (anchor === undefined || !target.endsWith('.md')) return true;
  const headings = [...textOf(target).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);
  return headings.some((heading) => anchorOf(heading) === anchor);
}

function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
}
