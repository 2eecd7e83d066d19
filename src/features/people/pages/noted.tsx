import type { Child } from 'hono/jsx'
import { type Formats, formats } from '../../../platform/formats.ts'
import { isUuid } from '../../../platform/ids.ts'
import { branch, sayAct, sayNoted } from '../../../platform/words.ts'
import type { NamedThing } from '../contributions.ts'
import type { JournalEntry } from '../queries/journal.ts'
import { words } from '../words.ts'

type Reader = { locale: string; zone: string; named: ReadonlyMap<string, NamedThing> }

/** A character that no one types, for each name in a sentence: it stands for it until the sentence is said. */
const firstMark = 0xe000
const marks = /([\ue000-\uf8ff])/

/**
 * What happened, as one sentence, in which names lead to what they name. An act that an older version noted without
 * all that its sentence names is called by its name, with what it was about.
 */
export const Noted = ({ entry, ...reader }: Reader & { entry: JournalEntry }) => {
  const names: Child[] = []
  const mark = (name: Child) => String.fromCharCode(firstMark + names.push(name) - 1)
  const sentence = sayNoted(reader.locale, entry.act, argumentsOf(entry, reader, mark))
  if (sentence === null) return <OnlyNamed entry={entry} {...reader} />
  return <>{sentence.split(marks).map((part) => names[part.charCodeAt(0) - firstMark] ?? part)}</>
}

const OnlyNamed = ({ entry, locale, named }: Reader & { entry: JournalEntry }) => {
  const link = named.get(entry.subject ?? '')
  return (
    <>
      {sayAct(locale, entry.act) ?? words(locale)('journal.unknown')} {link ? <Named link={link} /> : null}
    </>
  )
}

const Named = ({ link: { href, label } }: { link: NamedThing }) => (
  <bdi>{href === null ? label : <a href={href}>{label}</a>}</bdi>
)

type Mark = (name: Child) => string

function argumentsOf({ subject, detail }: JournalEntry, reader: Reader, mark: Mark) {
  const say = formats(reader.locale, reader.zone)
  const noted = { ...(detail && typeof detail === 'object' ? detail : {}), subject }
  return Object.fromEntries(
    Object.entries(noted).map(([name, value]) => [name, inWords(name, value, { reader, say, mark })]),
  )
}

type Saying = { reader: Reader; say: Formats; mark: Mark }

/** What is noted of one name of the sentence, as the sentence takes it: `none` for nothing, a code for a choice. */
function inWords(name: string, value: unknown, saying: Saying): string | number {
  if (value === null || value === undefined) return 'none'
  if (typeof value === 'number') return value
  if (Array.isArray(value))
    return value.length === 0
      ? 'none'
      : saying.say.list(value.map((one) => String(inWords(name, one, saying))))
  return textInWords(name, String(value), saying)
}

function textInWords(name: string, text: string, { reader, say, mark }: Saying): string {
  if (isUuid(text)) {
    const link = reader.named.get(text)
    return mark(link ? <Named link={link} /> : words(reader.locale)('journal.gone'))
  }
  if (/^\d{4}-\d\d-\d\dT.*Z$/.test(text)) return say.instant(new Date(text))
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return say.shortDay(text)
  return name === 'country' ? say.country(text) : branch(text)
}
