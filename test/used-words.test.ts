import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

type Source = { path: string; text: string }

const sources: Source[] = globSync('src/**/*.{ts,tsx}')
  .filter((path) => !/\.test\.tsx?$|\/words\/index\.ts$/.test(path))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }))

const folders = globSync('src/{platform,features/*}/words')

test.each(folders)('%s: every sentence is said somewhere', (folder) => {
  const keys = globSync(`${folder}/*.en.json`).flatMap((file) =>
    Object.keys(JSON.parse(readFileSync(file, 'utf8'))),
  )

  expect(keys.length).toBeGreaterThan(0)
  expect(unsaid(keys, sources, folder.replace(/words$/, ''))).toEqual([])
})

test('a sentence that nobody says is found, also a refusal and an act', () => {
  const planted: Source[] = [
    { path: 'src/features/gardens/pages.tsx', text: "t('title')" },
    { path: 'src/features/gardens/bed.tsx', text: 't(`bed.$' + '{kind}`) + t(`bed.$' + '{kind}.hint`)' },
    {
      path: 'src/features/gardens/actions.ts',
      text: "new Conflict('dry'); note(tx, now, id, 'bed.dug', bed)",
    },
    { path: 'src/features/others/pages.tsx', text: "t('gate')" },
    { path: 'src/features/others/callers.tsx', text: "gardenWords(locale)('fence')" },
  ]
  const said = ['title', 'bed.rose', 'bed.rose.hint', 'refusal.dry', 'act.bed.dug', 'noted.bed.dug', 'fence']
  const never = [
    'gate',
    'bed',
    'bed.rose.more',
    'refusal.wet',
    'act.pond.left',
    'noted.pond.left',
    'title.wide',
  ]

  expect(unsaid([...said, ...never], planted, 'src/features/gardens/')).toEqual(never)
})

/**
 * The keys that no source says: whole or by a template in the folder they belong to and in files that use the
 * catalogue of another; codes of refusals, acts and errors by themselves.
 */
function unsaid(keys: readonly string[], from: readonly Source[], folder: string): string[] {
  const here = from.filter(({ path, text }) => path.startsWith(folder) || /\b[a-z]+Words\b/.test(text))
  const sayHere = saidBy(here)
  const sayAnywhere = saidBy(from)
  return keys.filter((key) => {
    const [, code] = /^(?:refusal|act|noted|error)\.(.+)$/.exec(key) ?? []
    return !sayHere(key) && !(code && sayAnywhere(code))
  })
}

function saidBy(from: readonly Source[]): (key: string) => boolean {
  const text = from.map((source) => source.text).join('\n')
  const whole = new Set([...text.matchAll(/(['"`])([\w.-]+)\1/g)].map(([, , key]) => key))
  const built = [...text.matchAll(/`([^`\n]+)`/g)].map(([, template]) => template ?? '').filter(isOfWords)
  const pattern = new RegExp(`^(${built.map(patternOf).join('|') || '(?!)'})$`)
  return (key) => whole.has(key) || pattern.test(key)
}

/** A template that could be a key, and has enough of one to tell it from others. */
const isOfWords = (template: string) =>
  /^[\w.-]{3,}$/.test(template.replaceAll(hole, '').replace(/^\.+/, '')) &&
  !/^(refusal|act|error)\.\$/.test(template)

const patternOf = (template: string) =>
  template
    .split(hole)
    .map((part) => part.replaceAll('.', '\\.'))
    .join('[^.]+')

const hole = /\$\{[^}]*\}/g

/** A title as it is kept may be empty. Where a query reads it, it says that it is the round's own. */
const rawTitle = /(?<!['"])\bround\.title\b(?! as ownTitle|\) end)/

test('a round is called by `roundTitle` and `roundInText`, in the language of whoever reads', () => {
  const others = sources.filter(({ path }) => !path.startsWith('src/features/rounds/'))

  expect(others.filter(({ text }) => rawTitle.test(text)).map(({ path }) => path)).toEqual([])
  expect(
    ["t('why', { round: round.title })", '<h1>{plan.round.title}</h1>'].map((one) => rawTitle.test(one)),
  ).toEqual([true, true])
})

/** In French, what a round is called within a sentence brings its article. */
const inTextAlone = /\b(?:kicker|title|label|caption)=\{roundInText\(/

test('a round that stands alone is called by its title', () => {
  expect(sources.filter(({ text }) => inTextAlone.test(text)).map(({ path }) => path)).toEqual([])
  expect(inTextAlone.test('kicker={roundInText(frame.locale, round)}')).toBe(true)
})
