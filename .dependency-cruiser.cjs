/** Who may import whom: section 2 of ARCHITECTURE.md, for a tool to check. */

const { readFileSync } = require('node:fs')
const { join } = require('node:path')

/**
 * Each may use those before it. An earlier one never calls a later one, which looks for work that is due instead. The
 * order is written once, in the list of all features.
 */
const list = readFileSync(join(__dirname, 'src/features/all.ts'), 'utf8')
const featuresInOrder = [...list.matchAll(/'\.\/([a-z-]+)\/shell\.ts'/g)].map(([, name]) => name)
if (featuresInOrder.length < 2) throw new Error('src/features/all.ts lists no features')

/** The files of a feature that touch the world, by their usual names; `pages/` and the like as folders too. */
const worldly =
  'index|policy|schema|queries|actions|jobs|commands|routes|pages|emails|paths|words|shell|own-data|worded|router|who-is-asking'

/** Files under a name of their own that do so: they read bytes, draw pictures, mind threads or answer in a format. */
const worldlyToo = [
  'calendars/telling',
  'applications/encodings',
  'applications/file',
  'arrivals/reading/[^/]+',
  'copies/copying/[^/]+',
  'exports/writing/[^/]+',
  'fediverse/agent',
  'fediverse/limits',
  'fediverse/reading',
  'fediverse/signing',
  'fediverse/speaking/[^/]+',
  'help/text',
  'media/image',
  'network/image',
  'media/figure',
  'pages/compare',
  'pages/shown',
  'pages/supplied',
  'pairings/telling',
  'scenarios/telling',
  'scenarios/thread/[^/]+',
  'posts/feeds',
  'posts/checklist',
  'posts/compare',
  'posts/merge',
  'posts/passage',
  'posts/reading',
  'posts/rendered',
  'topics/demo-topics',
]

const test = '\\.(test|builder)\\.tsx?$|/real-file\\.ts$'
const touchesTheWorld = `^src/features/([^/]+/(${worldly})(\\.tsx?$|/)|(${worldlyToo.join('|')})\\.tsx?$)`

/** Tables of names and letters are no computer: rules may look things up in them. */
const tables = ['i18n-iso-countries', '@vvo/tzdb']

/** Each framework has few homes, so that it can be replaced. */
const homes = {
  'better-auth': '^src/platform/sign-in',
  hono: '^src/(ui|web|worker|cli)/|^src/features/.*/?(routes|pages|emails|figure|router)|^src/platform/(forms|flash|caching)\\.ts$|^src/platform/bodies/|^src/platform/(mail|sign-in)/',
  kysely:
    '^src/(db|platform|cli|web|worker)/|^src/features/.*/?(policy|queries|actions|own-data\\.ts)|^test/',
  nodemailer: '^src/platform/mail',
  imapflow: '^src/platform/mail',
  'prom-client': '^src/web/metrics/',
  sharp: '^src/platform/(card|pictures)/',
  'pg-boss': '^src/platform/(jobs|queue|open-queue|prepare-queues)\\.ts$',
  zod: '^src/platform/|^src/web/policy-reports\\.ts$|^src/features/.*/?(schema|jobs)',
}

const below = (layer, allowed) => ({
  name: `${layer}-stays-below`,
  comment: `Imports point down: ${layer} knows ${allowed.length ? allowed.join(' and ') : 'nothing'} of ours.`,
  severity: 'error',
  from: { path: `^src/${layer}/`, pathNot: test },
  to: { path: '^(src|test|bench|public)/', pathNot: [layer, ...allowed].map((name) => `^src/${name}/`) },
})

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circle',
      comment: 'Two files that need each other are one file, or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'matching-imports-nothing',
      comment: 'matching is mathematics: no package, not even Node itself.',
      severity: 'error',
      from: { path: '^src/matching/', pathNot: test },
      to: { pathNot: '^src/matching/' },
    },
    {
      name: 'checkers-share-no-code-with-the-solver',
      comment: 'A proof is worth nothing if the one who checks it runs the code of the one who made it.',
      severity: 'error',
      from: { path: '^src/matching/verify[^/]*\\.ts$', pathNot: test },
      to: {
        path: '^src/matching/',
        pathNot: '^src/matching/(verify[^/]*|problem|tie-break)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    below('db', []),
    below('ui', []),
    below('platform', ['db']),
    below('features', ['matching', 'ui', 'platform', 'db']),
    {
      name: 'features-by-their-index',
      comment: 'A feature shows others what its index.ts exports, and nothing else. Shells alone reach in.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: ['^src/features/$1/', '^src/features/[^/]+/index\\.ts$'] },
    },
    {
      name: 'features-are-listed',
      comment: 'A feature has its line in src/features/all.ts, and with it its place in the order.',
      severity: 'error',
      from: {
        path: '^src/features/[^/]+/',
        pathNot: [test, `^src/features/(${featuresInOrder.join('|')})/`],
      },
      to: {},
    },
    ...featuresInOrder.slice(0, -1).map((feature, place) => ({
      name: `${feature}-before-later-features`,
      comment: 'An earlier feature never calls a later one: the later one looks for work that is due.',
      severity: 'error',
      from: { path: `^src/features/${feature}/`, pathNot: test },
      to: { path: `^src/features/(${featuresInOrder.slice(place + 1).join('|')})/` },
    })),
    {
      name: 'actions-do-not-tell',
      comment:
        'What is done does not depend on how it is shown or said: pages and tellings call actions or follow them.',
      severity: 'error',
      from: { path: '^src/features/[^/]+/actions(\\.ts$|/)', pathNot: test },
      to: { path: ['^src/ui/', '^src/features/[^/]+/(pages|telling)(\\.tsx?$|/)'] },
    },
    {
      name: 'rules-are-pure',
      comment: 'A file of rules imports other files of rules, and for its types an index.ts: no world in it.',
      severity: 'error',
      from: { path: '^src/features/[^/]+/', pathNot: [test, touchesTheWorld] },
      to: {
        path: ['^src/(platform|db|ui|web|worker|cli)/', touchesTheWorld],
        pathNot: [
          // Nothing but text, days and numbers, in and out, and a rule that remembers its answer.
          '^src/platform/(country-names|days|email-key|identifiers|languages|licences|limits|once|one-line|slug|small-numbers|xml)\\.ts$',
          // What the form says is a table of names as well: a file's answers are known by it.
          '^src/features/applications/words\\.ts$',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'rules-need-no-package',
      comment: 'What would be true without a computer needs neither Node nor a framework.',
      severity: 'error',
      from: { path: '^src/features/[^/]+/', pathNot: [test, touchesTheWorld] },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'core', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
        pathNot: tables.map((name) => `node_modules/${name}/`),
      },
    },
    {
      name: 'embedded-for-shells',
      comment: 'Only a shell decides whether the database is ours to start.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(cli|web|worker|db/embedded)/', test] },
      to: { path: '^src/db/embedded/' },
    },
    {
      name: 'no-test-in-the-product',
      comment: 'Nothing that ships leans on a test.',
      severity: 'error',
      from: { path: '^(src|public)/', pathNot: [test, '/trial-[^/]+\\.ts$'] },
      to: { path: ['^test/', test] },
    },
    {
      name: 'no-unlisted-package',
      comment: 'A package that is used is named in package.json.',
      severity: 'error',
      from: { path: '^(src|test|public)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    ...Object.entries(homes).map(([framework, home]) => ({
      name: `${framework}-at-home`,
      comment: `${framework} appears in few places, so that it can be replaced.`,
      severity: 'error',
      from: { path: '^src/', pathNot: [home, test, '/trial-[^/]+\\.ts$'] },
      to: { path: `node_modules/(@types/)?${framework}/` },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // A test may lean on what it likes; a file that leans on a test is seen by its import of test/.
    exclude: { path: '\\.test\\.tsx?$' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    detectProcessBuiltinModuleCalls: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      conditionNames: ['import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
}
