import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

// Pure code runs on a device, on a server and in a replay: the clock, chance and the network are given to it.
const pure = ['src/lib/**/*.ts'];
const notPure = [
  'src/lib/**/local/**',
  'src/lib/**/server/**',
  'src/lib/**/platform/**',
  'src/lib/**/*.svelte.ts',
  'src/lib/**/*.test.ts',
  'src/lib/**/*.contract.ts',
];
const surroundings = [
  ...['globalThis', 'window', 'self', 'document', 'navigator', 'location', 'localStorage', 'sessionStorage'],
  ...['indexedDB', 'caches', 'crypto', 'performance', 'process', 'Buffer', 'fetch', 'console'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'],
];
const enums = { selector: 'TSEnumDeclaration', message: 'Write a union of strings.' };
const now = {
  selector: ":matches(NewExpression[arguments.length=0], CallExpression)[callee.name='Date']",
  message: 'Take the time as an argument.',
};
const chance = [
  { object: 'Math', property: 'random', message: 'Take a Random as an argument.' },
  { object: 'Date', property: 'now', message: 'Take the time as an argument.' },
];

// Only these members of Math give the same bits in every engine; `**` is exact for whole exponents alone.
const exact = ['sqrt', 'imul', 'floor', 'ceil', 'round', 'abs', 'min', 'max'];
const inexact = [
  {
    selector: `MemberExpression[object.name='Math'][property.name!=/^(${exact.join('|')})$/]`,
    message: 'Use base/exp-log.ts: engines differ in the last bits, and one bit can flip a seeded draw.',
  },
  { selector: "BinaryExpression[operator='**']", message: 'Multiply, or use base/exp-log.ts.' },
];

export default defineConfig(
  { ignores: ['.svelte-kit/', 'build/', '.data/', 'static/', 'content-bundles/', 'test-results/'] },
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  svelte.configs.recommended,
  prettier,
  svelte.configs.prettier,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js', '.*.js'] },
        extraFileExtensions: ['.svelte'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      'no-restricted-syntax': ['error', enums],
      // TypeScript knows every name.
      'no-undef': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      // A property is dropped by naming it with a sign that it is not used.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // An event may start something that ends later; its failures are caught inside.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      // Code points are the letters meant here.
      '@typescript-eslint/no-misused-spread': ['error', { allow: [{ from: 'lib', name: 'string' }] }],
      // The application stands at the root of its address.
      'svelte/no-navigation-without-resolve': 'off',
      // Dates and addresses are made, read once and dropped.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    // A browser may lack what TypeScript's list of its interfaces promises.
    files: ['**/*.svelte', '**/*.svelte.ts', 'src/lib/**/local/**', 'src/service-worker/**'],
    rules: {
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unnecessary-boolean-literal-compare': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    // svelte-check knows the types of what stands in markup; here they look like `any`.
    files: ['**/*.svelte'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      // `void value` says that a derivation follows a value that it does not read.
      '@typescript-eslint/no-meaningless-void-operator': 'off',
    },
  },
  {
    // Types in comments cannot say everything; tsc still checks these files.
    files: ['**/*.js'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  { files: ['*.js'], extends: [ts.configs.disableTypeChecked] },
  {
    // A test that takes something for granted fails when it is not so.
    files: ['**/*.test.ts', '**/*.contract.ts', 'tests/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-deprecated': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowNullish: true },
      ],
    },
  },
  {
    files: pure,
    ignores: notPure,
    rules: {
      'no-restricted-globals': ['error', ...surroundings],
      'no-restricted-properties': ['error', ...chance],
      'no-restricted-syntax': ['error', enums, now],
    },
  },
  {
    // UTF-8 is the one thing that pure code asks of its surroundings: the same everywhere, and without effect.
    files: ['src/lib/base/bytes.ts'],
    rules: { 'no-restricted-globals': 'off' },
  },
  {
    files: ['src/lib/adaptive/**/*.ts', 'src/lib/base/exp-log.ts'],
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-syntax': ['error', enums, now, ...inexact] },
  },
);
