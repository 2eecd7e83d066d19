import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { roundWords } from '../../src/features/rounds/index.ts'
import { root } from '../../src/platform/root.ts'
import type { Locale } from '../../src/platform/words.ts'
import { buildAssets } from '../../src/web/assets.ts'
import { createSite } from '../../src/web/site.tsx'
import { type TestApp, testApp } from '../harness.ts'
import { lived } from '../lived.ts'
import { signedIn } from '../signed-in.ts'
import { publicationStates } from './publication-states.ts'
import { plain, type Sentence, saysIn, textOf } from './sentence.ts'
import type { State } from './state.ts'
import { type StateName, states } from './states.ts'
import { statesPage } from './states-page.ts'
import { liveThroughRounds, type Who } from './world.ts'

/** What was there to read in a state. */
type Seen = {
  me: string
  partner: string
  round: string
  emails: { kind: string; subject: string; text: string }[]
}

const assets = await buildAssets()
const rows = Object.entries(states) as [StateName, State][]
const every = (page: 'me' | 'partner') => [...new Set(rows.flatMap(([, state]) => state[page]))]

describe.each(lived)('in %s', (locale) => {
  const seen = new Map<StateName, Seen>()

  beforeAll(async () => {
    const app = await testApp('2016-02-10T09:00:00Z')
    await liveThroughRounds(app, locale, async (state, who) => {
      seen.set(state, await everythingFor(app, locale, who))
    })
  }, 300_000)

  test.each(rows)('%s: the pages say so, and nothing of another state', (name, { me, partner }) => {
    const { me: front, partner: page } = seen.get(name) ?? { me: '', partner: '' }

    expect(saidOf(every('me'), front, locale)).toEqual(keysOf(me))
    expect(saidOf(every('partner'), page, locale)).toEqual(keysOf(partner))
  })

  test.each(rows)('%s: the emails so far say so', (name, { emails }) => {
    const sent = seen.get(name)?.emails ?? []

    expect(sent.map(({ kind }) => kind)).toEqual(emails.map(({ kind }) => kind))
    emails.forEach(({ subject, says, names = '' }, index) => {
      expect(plain(sent[index]?.subject ?? '')).toMatch(saysIn(locale, { key: subject }))
      expect(plain(sent[index]?.subject ?? '')).toContain(names)
      expect(plain(sent[index]?.text ?? '')).toMatch(saysIn(locale, says))
    })
  })

  test.each(rows)('%s: the page of the round says where it is', (name, { round }) => {
    expect(seen.get(name)?.round).toContain(roundWords(locale)(`phase.${round}`))
  })

  test('each state was lived through', () => {
    expect([...seen.keys()].sort()).toEqual(Object.keys(states).sort())
  })
})

test('the table of states is written down for people', async () => {
  await expect(statesPage(rows, Object.entries(publicationStates))).toMatchFileSnapshot(
    join(root, 'docs/generated/states.md'),
  )
})

const keysOf = (sentences: readonly Sentence[]) => sentences.map(({ key }) => key).sort()

const saidOf = (sentences: readonly Sentence[], page: string, locale: Locale) =>
  keysOf(sentences.filter((sentence) => saysIn(locale, sentence).test(page)))

async function everythingFor(app: TestApp, locale: Locale, { email, code }: Who): Promise<Seen> {
  const site = createSite(app, assets)
  const headers = await headersFor(app, locale, email)
  const page = async (path: string) => {
    const answer = await site.request(path, { headers })
    return answer.status === 303 ? '' : textOf(await answer.text())
  }
  return {
    me: await page('/me'),
    partner: await page('/me/partner'),
    round: await page(`/rounds/${code}`),
    emails: await emailsTo(app, email),
  }
}

/** Someone without an account, or with none that may be used, comes as a visitor. */
async function headersFor(app: TestApp, locale: Locale, email: string): Promise<Record<string, string>> {
  const person = await app.db
    .selectFrom('person')
    .where('email', '=', email)
    .where('disabledAt', 'is', null)
    .select('id')
    .executeTakeFirst()
  return { 'Accept-Language': locale, ...(person ? await signedIn(app, person) : {}) }
}

const emailsTo = (app: TestApp, email: string) =>
  app.db
    .selectFrom('outbox')
    .where('toAddress', '=', email)
    .where('kind', '<>', 'sign-in')
    .select(['kind', 'subject', 'text'])
    .orderBy('createdAt')
    .orderBy('key')
    .execute()
