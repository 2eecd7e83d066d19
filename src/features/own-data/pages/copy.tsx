import { renderToString } from 'hono/jsx/dom/server'
import { formats } from '../../../platform/formats.ts'
import { joining } from '../../../platform/joining.ts'
import { dirOf, sayAct, tagOf } from '../../../platform/words.ts'
import type { ZipFile } from '../../../platform/zip.ts'
import type { CopyReader } from '../actions/copy.ts'
import type { OwnChapter, OwnRow } from '../queries/own-rows.ts'
import { words } from '../words.ts'
import { spansOf } from './spans.ts'

/** The files of a copy: one to read, one that explains, and one with the rows of each chapter for other programs. */
export function filesOf(chapters: readonly OwnChapter[], reader: CopyReader): ZipFile[] {
  const json = chapters.map(({ chapter, tables }) => ({
    name: `${chapter}.json`,
    content: `${JSON.stringify(tables, null, 2)}\n`,
  }))
  const page = renderToString(<CopyPage chapters={chapters} reader={reader} />)
  return [
    { name: 'README.txt', content: readme(chapters, reader) },
    { name: 'index.html', content: `<!doctype html>\n${page}\n` },
    ...json,
  ]
}

function readme(chapters: readonly OwnChapter[], reader: CopyReader): string {
  const { labelled } = joining(reader.locale)
  const t = words(reader.locale)
  const say = formats(reader.locale, reader.zone)
  const files = chapters.map(
    ({ chapter }) =>
      `${chapter}.json\n  ${labelled(t(`chapter.${chapter}`), t(`chapter.${chapter}.what`))}\n`,
  )
  return [
    t('copy.title', { site: reader.site }),
    '',
    t('copy.lead', { at: say.instant(reader.at) }),
    t('copy.others'),
    '',
    `index.html\n  ${t('copy.page')}\n`,
    ...files,
    t('copy.json'),
    '',
  ].join('\n')
}

const style = `body{font:1rem/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}
dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.25rem 1rem;border-top:1px solid;padding-top:.5rem}
dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}dt{font-weight:600}
@media(max-width:30rem){dl{grid-template-columns:1fr}}`

const CopyPage = ({ chapters, reader }: { chapters: readonly OwnChapter[]; reader: CopyReader }) => {
  const t = words(reader.locale)
  const title = t('copy.title', { site: reader.site })
  const at = formats(reader.locale, reader.zone).instant(reader.at)
  return (
    <html lang={tagOf(reader.locale)} dir={dirOf(reader.locale)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style>{style}</style>
      </head>
      <body>
        <h1>{title}</h1>
        <p>{reader.name}</p>
        <p>{t('copy.lead', { at })}</p>
        <p>{t('copy.others')}</p>
        {chapters.map((one) => (
          <ChapterPart own={one} reader={reader} />
        ))}
      </body>
    </html>
  )
}

const ChapterPart = ({ own: { chapter, tables }, reader }: { own: OwnChapter; reader: CopyReader }) => {
  const t = words(reader.locale)
  const rows = Object.values(tables).flat()
  return (
    <section>
      <h2>{t(`chapter.${chapter}`)}</h2>
      <p>
        {joining(reader.locale).joined([
          t(`chapter.${chapter}.what`),
          t(`chapter.${chapter}.long`, spansOf(reader.tables)),
        ])}
      </p>
      {rows.length === 0 ? (
        <p>{t('copy.nothing')}</p>
      ) : (
        rows.map((row) => <RowPart row={row} reader={reader} />)
      )}
    </section>
  )
}

const RowPart = ({ row, reader }: { row: OwnRow; reader: CopyReader }) => (
  <dl>
    {Object.entries(row)
      .filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))
      .flatMap(([name, value]) => [
        <dt lang="en" dir="ltr">
          {spaced(name)}
        </dt>,
        <dd dir="auto">{name === 'act' ? sayAct(reader.locale, String(value)) : said(value, reader)}</dd>,
      ])}
  </dl>
)

/** "given name" of givenName. */
const spaced = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

function said(value: unknown, { locale, zone }: CopyReader): string {
  if (value instanceof Date) return formats(locale, zone).instant(value)
  if (typeof value === 'boolean') return words(locale)(value ? 'yes' : 'no')
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(', ')
  return typeof value === 'object' ? JSON.stringify(value, null, 1) : String(value)
}
