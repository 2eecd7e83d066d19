import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/**
 * Punctuation between two texts is a word: French wants a space before a colon, Chinese another colon, other brackets and
 * no blank between sentences. `joining` says it.
 */
const glue = {
  /** `${label}: ${text}`, {label}: <b>, {': '} */
  colon: /[^\s{]\}:(?=[ <]|\{' '\}|\\n)|\{': '\}/,
  /** `${text} (${aside})`, <b>({aside})</b> */
  brackets: /[ >]\(\$?\{[^\s}]/,
  /** <a>…</a>. */
  stop: /(?:<\/\w+>|[^\s{]\})\.(?=\s*(?:<|$))/,
}

type Kind = keyof typeof glue

const gluedIn = (text: string, kinds: readonly Kind[]): number[] =>
  text.split('\n').flatMap((line, at) => (kinds.some((kind) => glue[kind].test(line)) ? [at + 1] : []))

/** What no page says: for the terminal in English, for other programs, in logs. */
const isForNobody = (file: string) =>
  /\.(?:test|builder)\.|\/gallery\/|\/words\/index|\/commands|\/(?:reading|writing|copying|mail|backups)\//.test(
    file,
  )

/** What stands there is data, or is in English wherever it is read. */
const known: Record<string, string> = {
  'src/features/translations/pages/saying.ts': 'where a fault stands in a file',
  'src/features/reprints/routes/office.tsx': 'a cell of a table for other programs',
  'src/features/posts/citation.ts': 'styles of citation have punctuation of their own',
  'src/features/posts/crate.ts': 'a line of credit in metadata',
  'src/features/outlets/actions/service.ts': 'what a service answered, in the log',
  'src/features/fediverse/reading.ts': 'an address behind its link, as text',
  'src/features/applications/real-file.ts': 'a fault of a file',
  'src/features/applications/actions/imports.ts': 'readings of a file, for the terminal',
  'src/platform/config.ts': 'why it does not start, for the terminal',
  'src/web/unreadable.ts': 'a header of HTTP',
  'src/ui/joining.tsx': 'what stands in no page',
}

test('no page glues texts with punctuation of its own', () => {
  const files = globSync('src/{ui,web,platform,features}/**/*.{ts,tsx}').filter((file) => !isForNobody(file))
  const glued = files.flatMap((file) => {
    const kinds: Kind[] = /\/(?:actions|queries)/.test(file) ? ['colon'] : ['colon', 'brackets', 'stop']
    return gluedIn(readFileSync(file, 'utf8'), kinds).map((line) => `${file}:${line}`)
  })

  expect(files.length).toBeGreaterThan(500)
  expect(glued.filter((place) => !(place.replace(/:\d+$/, '') in known))).toEqual([])
  expect(Object.keys(known).filter((file) => !glued.some((place) => place.startsWith(`${file}:`)))).toEqual(
    [],
  )
})

test('what is glued is seen, and what only looks like it is not', () => {
  const glued = [
    ['`$', '{label}: $', '{text}`'],
    ['<b>{label}: <i>{text}</i></b>'],
    ['<span>{label}:</span>'],
    ["{': '}"],
    ['`$', '{label}:\\n$', '{text}`'],
    ['`$', '{name} ($', '{country})`'],
    ['<span>({country})</span>'],
    ["<a href={path}>{t('link')}</a>."],
  ].map((parts) => parts.join(''))
  const plain = [
    'const Way = ({ way, title }: Under) =>',
    '`draft:$' + '{id}:$' + '{at}`',
    'export const useThis = <Row,>({ column }: { column: Column<Row> }) => (',
    '<li>{text}</li>',
  ]

  expect(gluedIn(glued.join('\n'), ['colon', 'brackets', 'stop'])).toEqual(glued.map((_, at) => at + 1))
  expect(gluedIn(plain.join('\n'), ['colon', 'brackets', 'stop'])).toEqual([])
})
