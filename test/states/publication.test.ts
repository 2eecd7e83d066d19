import { beforeAll, describe, expect, test } from 'vitest'
import { askByAddress } from '../../src/features/own-data/actions/ask-by-address.ts'
import { tellByAddress } from '../../src/features/own-data/actions/by-address.ts'
import { addressPath } from '../../src/features/own-data/paths.ts'
import type { Locale } from '../../src/platform/words.ts'
import { buildAssets } from '../../src/web/assets.ts'
import { createSite } from '../../src/web/site.tsx'
import { aPerson } from '../builders.ts'
import { testApp } from '../harness.ts'
import { lived } from '../lived.ts'
import { signedIn } from '../signed-in.ts'
import type { PublicationState } from './publication-state.ts'
import { type PublicationStateName, publicationStates } from './publication-states.ts'
import { liveThroughPublication, type Reader } from './publication-world.ts'
import { mainOf, plain, type Sentence, saysIn, textOf } from './sentence.ts'

const pages = ['own', 'post', 'kept'] as const
type Page = (typeof pages)[number]
type Seen = Record<Page, string> & { emails: { kind: string; subject: string; text: string }[] }

const app = await testApp('2016-03-01T09:00:00Z')
const site = createSite(app, await buildAssets())
const rows = Object.entries(publicationStates) as [PublicationStateName, PublicationState][]
const every = (page: Page) => [...new Set(rows.flatMap(([, state]) => state[page] ?? []))]
const seen = new Map<`${Locale} ${PublicationStateName}`, Seen>()
const deadEnds: string[] = []

beforeAll(async () => {
  const office = {
    editor: await aPerson(app, { name: 'Vera Lind', role: 'editor' }),
    director: await aPerson(app, { name: 'Dina Roy', role: 'director' }),
  }
  for (const locale of lived)
    await liveThroughPublication({
      ...{ app, locale, office, linkTo },
      see: async (state, who) => {
        seen.set(`${locale} ${state}`, await everythingFor(locale, state, who))
      },
    })
}, 300_000)

describe.each(lived)('in %s', (locale) => {
  test.each(rows)('%s: the pages say so, and nothing of another state', (name, state) => {
    const page = (one: Page) => seen.get(`${locale} ${name}`)?.[one] ?? ''

    for (const one of pages)
      expect([one, ...saidOf(every(one), page(one), locale)]).toEqual([one, ...keysOf(state[one] ?? [])])
  })

  test.each(rows)('%s: the emails so far say so', (name, { emails = [] }) => {
    const sent = seen.get(`${locale} ${name}`)?.emails ?? []

    expect(sent.map(({ kind }) => kind)).toEqual(emails.map(({ kind }) => kind))
    emails.forEach(({ subject, says }, index) => {
      expect(plain(sent[index]?.subject ?? '')).toMatch(saysIn(locale, { key: subject }))
      expect(plain(sent[index]?.text ?? '')).toMatch(saysIn(locale, says))
    })
  })
})

test('each state was lived through', () => {
  const all = lived.flatMap((locale) => rows.map(([name]) => `${locale} ${name}`))

  expect([...seen.keys()].sort()).toEqual(all.sort())
})

test('every link on these pages and in the newest email leads somewhere', () => {
  expect(deadEnds).toEqual([])
})

const keysOf = (sentences: readonly Sentence[]) => sentences.map(({ key }) => key).sort()

const saidOf = (sentences: readonly Sentence[], page: string, locale: Locale) =>
  keysOf(sentences.filter((sentence) => saysIn(locale, sentence).test(page)))

async function everythingFor(locale: Locale, state: string, who: Reader): Promise<Seen> {
  const { email, own, post, member } = who
  const headers = { 'Accept-Language': locale, ...(member ? await signedIn(app, member) : {}) }
  const read = async (path: string | null | undefined) =>
    path ? (await site.request(path, { headers })).text() : ''
  const emails = await emailsTo(email)
  const secret = await linkTo(email)
  const [ownPage, kept] = [await read(own), await read(secret && addressPath(secret))]
  // The same addresses in each language.
  if (locale === lived[0])
    await followLinks(state, [mainOf(ownPage), mainOf(kept), emails.at(-1)?.text ?? ''].join(' '), headers)
  return {
    own: textOf(ownPage),
    post: textOf(await read(post)),
    kept: textOf(`${listIn(kept)}</main>`),
    emails,
  }
}

/** What stands above how to take it along. */
const listIn = (html: string) => mainOf(html).split('<h2')[0] ?? ''

const followed = new Set<string>()

async function followLinks(state: string, text: string, headers: Record<string, string>): Promise<void> {
  for (const [, path = ''] of text.matchAll(/(?:href="|http:\/\/localhost:3000)(\/[^"#\s]*)/g)) {
    if (followed.has(path)) continue
    followed.add(path)
    const { status } = await site.request(path, { headers })
    if (status >= 400) deadEnds.push(`${state}: ${path} ${status}`)
  }
}

const links = new Map<string, string>()
let networks = 0

/** What opens the page of what is kept under an address, if anything is: asked for as anybody would, and once in ten minutes. */
async function linkTo(email: string): Promise<string | null> {
  networks += 1
  await askByAddress(app, { email, locale: 'en', network: `198.51.100.${networks % 250}` })
  const asked = await app.db
    .selectFrom('addressLink')
    .where('email', '=', email)
    .where('tokenHash', 'is', null)
    .select('id')
    .executeTakeFirst()
  if (!asked) return links.get(email) ?? null
  links.delete(email)
  await tellByAddress(app, asked.id)
  const mail = await app.db
    .selectFrom('outbox')
    .where('toAddress', '=', email)
    .where('kind', '=', 'address-link')
    .select('text')
    .orderBy('createdAt', 'desc')
    .executeTakeFirst()
  const [, secret = null] = /\/your-data\/of\/([\w-]+)/.exec(mail?.text ?? '') ?? []
  if (secret !== null) links.set(email, secret)
  return secret
}

const emailsTo = (email: string) =>
  app.db
    .selectFrom('outbox')
    .where('toAddress', '=', email)
    .where('kind', 'not in', ['sign-in', 'address-link'])
    .select(['kind', 'subject', 'text'])
    .orderBy('createdAt')
    .orderBy('key')
    .execute()
