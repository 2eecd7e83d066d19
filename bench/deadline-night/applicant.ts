import { setTimeout as pause } from 'node:timers/promises'
import { bodyOf, hiddenIn, lagos } from '../../src/features/calls/browser.builder.ts'
import { type UsualPage, usualPages, type Values } from '../../src/features/calls/draft.ts'
import { aBrowser, type Times } from './browser.ts'
import type { Entry } from './ledger.ts'

/** What an applicant does between two steps takes about this long: hours of an evening in seconds. */
const thinkMs = 500
const think = () => pause(thinkMs * (0.5 + Math.random()))

/** How often a page is saved by itself while somebody writes on it. */
const autosaves: Record<UsualPage, number> = { you: 1, work: 1, talking: 1, partner: 2 }

export type Place = { origin: string; code: string; times: Times }

/** Comes to the call, fills in page by page while a script saves what is typed, checks, sends, and reads that it was sent. */
export async function apply({ origin, code, times }: Place, entry: Entry): Promise<void> {
  const browser = aBrowser(origin, addressOf(entry.number), times)
  const base = `/rounds/${code}/apply`
  try {
    const call = await browser.ask('page', `/rounds/${code}`)
    await Promise.all(filesOf(call.text).map((file) => browser.ask('file', file)))
    await think()
    await browser.ask('page', base)
    for (const page of usualPages) await fillIn(browser, `${base}/${page}`, page, entry)
    const check = await browser.ask('page', `${base}/check`)
    // What was saved a moment ago is read back, whichever process answers.
    if (!check.text.includes(entry.answers.partner.about as string)) entry.problems.push('not read back')
    const [, version = ''] = /name="acceptsCode\[\]"[^>]* value="([^"]+)"/.exec(check.text) ?? []
    await think()
    const sent = await browser.ask('send', `${base}/send`, { form: bodyOf({ acceptsCode: [version] }) })
    if (sent.status !== 303 || sent.headers.location !== `${base}/sent`)
      throw new Error(`sending answered ${sent.status}`)
    entry.sentAt = performance.now()
    await browser.ask('page', `${base}/sent`)
  } catch (error) {
    entry.problems.push(String(error))
  } finally {
    browser.close()
  }
}

async function fillIn(
  browser: ReturnType<typeof aBrowser>,
  path: string,
  page: UsualPage,
  entry: Entry,
): Promise<void> {
  const shown = await browser.ask('page', path)
  const travelling = hiddenIn(shown.text)
  const answers = entry.answers[page]
  let seq = 0
  const form = (typed: Values) => bodyOf({ ...travelling, ...typed, seq: String(++seq) })
  for (let save = 1; save <= autosaves[page]; save += 1) {
    await think()
    const typed = halfTyped(answers, save)
    const asking = { form: form(typed), byScript: true }
    const { status, text } = await browser.ask('autosave', `${path}/save`, asking)
    if (status !== 200) throw new Error(`an autosave of ${page} answered ${status}`)
    travelling.rev = String((JSON.parse(text) as { rev: number }).rev)
    entry.acknowledged[page] = { typed, rev: Number(travelling.rev) }
    entry.writes += 1
  }
  await think()
  const { status } = await browser.ask('save', `${path}/save`, { form: form(answers) })
  if (status !== 303) throw new Error(`saving ${page} answered ${status}`)
  // What was saved already is not saved again.
  const isNew = JSON.stringify(entry.acknowledged[page]?.typed) !== JSON.stringify(answers)
  entry.acknowledged[page] = { typed: answers, rev: Number(travelling.rev) + (isNew ? 1 : 0) }
  entry.writes += 1
}

/** What stands there in the middle of writing: the words that are typed are not finished. */
const halfTyped = (answers: Values, save: number): Values =>
  Object.fromEntries(
    Object.entries(answers).map(([name, value]) =>
      ['name', 'workplace', 'about'].includes(name)
        ? [name, String(value).slice(0, 5 + save * 4)]
        : [name, value],
    ),
  )

/** Each has one of their own, as all the world has. */
const addressOf = (number: number) => `127.1.${Math.floor(number / 250)}.${(number % 250) + 1}`

const filesOf = (page: string) =>
  [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, file]) => file ?? '')

/** What the numbered one answers: like everybody, and unlike anybody. */
export function answersOf(number: number): Record<UsualPage, Values> {
  const name = `Applicant ${number}`
  return {
    you: { ...lagos.you, name, email: `applicant${number}@library.example` },
    work: { ...lagos.work, workplace: `Library of town ${number}` },
    talking: lagos.talking,
    partner: {
      ...lagos.partner,
      about: `I run the story hour of town ${number}. ${'I like it. '.repeat(30)}`,
    },
  }
}
