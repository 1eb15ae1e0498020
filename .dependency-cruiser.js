// The walls between folders: where a file may run follows from its path, what it may know follows from the order below.

/** Each domain imports itself and those above it in this list. */
export const domains = [
  'base',
  'local',
  'server',
  'i18n',
  'ui',
  'trust',
  'framework',
  'adaptive',
  'challenges',
  'content',
  'reports',
  'journal',
  'assessment',
  'progress',
  'campaigns',
  'learning',
  'paper',
  'guide',
  'credentials',
  'sync',
  'backup',
  'station',
  'certification',
];

const tests = '\\.(test|contract)\\.ts$';
const local = '^src/lib.*/local/';
const server = '^src/lib.*/server/';
const platform = '^src/lib.*/platform/';
const page = '^src/lib/.+\\.svelte(\\.ts)?$';
const notPure = [local, server, platform, page];
const purePackages = ['fflate', 'valibot', 'markdown-it', 'saxes', 'ts-fsrs', 'yaml'];
const platformPackages = [...purePackages, '@hpke/core'];
const roots = '^src/(routes|cli|service-worker)/|^src/hooks\\.(server|client)\\.ts$';

/** @param {string[]} names */
const anyPackageBut = (names) =>
  `^node_modules/(?!(${names.join('|')})/)|^node_modules/(${names.join('|')})-`;

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const domainOrder = domains.slice(0, -1).map((domain, place) => ({
  name: `order-${domain}`,
  comment: `${domain} knows nothing of the domains that come after it.`,
  severity: 'error',
  from: { path: `^src/lib/${domain}/`, pathNot: tests },
  to: { path: `^src/lib/(${domains.slice(place + 1).join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'pure-imports-pure',
      comment: 'Replay and simulation are exact because pure code touches neither device, server nor page.',
      severity: 'error',
      from: { path: '^src/lib/.+\\.ts$', pathNot: [tests, ...notPure] },
      to: { path: notPure },
    },
    {
      name: 'pure-packages',
      comment: 'Pure code runs anywhere, so its packages are few and chosen.',
      severity: 'error',
      from: { path: '^src/lib/.+\\.ts$', pathNot: [tests, ...notPure] },
      to: { path: anyPackageBut(purePackages) },
    },
    {
      name: 'platform-imports-pure',
      comment: 'Platform code runs on devices and servers alike.',
      severity: 'error',
      from: { path: platform, pathNot: tests },
      to: { path: [local, server, page, anyPackageBut(platformPackages)] },
    },
    {
      name: 'no-node-outside-server',
      comment: 'Only the server and the command line have Node.',
      severity: 'error',
      from: { path: '^src/lib/', pathNot: [tests, server] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'local-never-server',
      comment: 'The device and the server meet on the wire only.',
      severity: 'error',
      from: { path: local, pathNot: tests },
      to: { path: [server, page] },
    },
    {
      name: 'server-never-local',
      comment: 'The device and the server meet on the wire only.',
      severity: 'error',
      from: { path: server, pathNot: tests },
      to: { path: [local, page] },
    },
    {
      name: 'page-never-server',
      comment: 'What a page imports is sent to everybody.',
      severity: 'error',
      from: { path: [page, '^src/routes/.+\\.svelte$'] },
      to: { path: server },
    },
    ...domainOrder,
    {
      name: 'opaque-device',
      comment: 'The device itself knows base and no domain.',
      severity: 'error',
      from: { path: '^src/lib/local/', pathNot: tests },
      to: { path: '^src/lib/(?!(base|local)/)' },
    },
    {
      name: 'opaque-server',
      comment: 'The server itself knows base and no domain.',
      severity: 'error',
      from: { path: '^src/lib/server/', pathNot: tests },
      to: { path: '^src/lib/(?!(base|server)/)' },
    },
    {
      name: 'known-domain',
      comment: 'A new domain takes its place in the order before it has files.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: `^src/lib/(?!(${domains.join('|')})/)` },
    },
    {
      name: 'roots-are-not-imported',
      comment:
        'Routes, tools, hooks and the service worker put the application together; nothing stands on them.',
      severity: 'error',
      from: { path: '^src/lib/', pathNot: tests },
      to: { path: roots },
    },
    {
      name: 'roots-stay-apart',
      comment: 'What two roots share belongs to a domain.',
      severity: 'error',
      from: { path: '^src/(routes|cli|service-worker|hooks)[/.]', pathNot: tests },
      to: { path: roots, pathNot: '^src/$1[/.]' },
    },
    {
      name: 'tests-are-not-imported',
      comment: 'What only tests need stays in tests.',
      severity: 'error',
      from: { pathNot: tests },
      to: { path: tests },
    },
    {
      name: 'declared-packages',
      comment: 'A package that nobody asked for may be gone tomorrow.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: {
        couldNotResolve: true,
        pathNot: '^(\\$app|\\$service-worker|\\$env)(/|$)|\\$types(\\.d\\.ts|\\.js)?$',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'browser', 'import', 'require', 'node', 'default', 'types'],
    },
  },
};
