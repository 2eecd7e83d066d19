import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { root } from '../../src/platform/root.ts'
import { buildAssets } from '../../src/web/assets.ts'
import { createSite } from '../../src/web/site.tsx'
import { testApp } from '../harness.ts'
import { signedIn } from '../signed-in.ts'
import { asksToSignIn, type State } from './state.ts'
import { type StateName, states } from './states.ts'
import { statesPage } from './states-page.ts'
import { liveThroughRound } from './world.ts'

const app = await testApp('2016-02-10T09:00:00Z')
const site = createSite(app, await buildAssets())

/** What was there to read in a state. */
type Seen = { partner: string; round: string; emails: { subject: string; text: string }[] }
const seen = new Map<StateName, Seen>()

beforeAll(async () => {
  await liveThroughRound(app, async (state, email) => {
    seen.set(state, {
      partner: await partnerPageOf(email),
      round: textOf(await (await site.request('/rounds/2016A')).text()),
      emails: await emailsTo(email),
    })
  })
}, 120_000)

/** Anyone who has no account, or none that may be used, comes as a visitor. */
async function partnerPageOf(email: string): Promise<string> {
  const person = await app.db
    .selectFrom('person')
    .where('email', '=', email)
    .where('disabledAt', 'is', null)
    .select('id')
    .executeTakeFirst()
  const page = await site.request('/me/partner', { headers: person ? await signedIn(app, person) : {} })
  return page.status === 303 ? asksToSignIn.join() : textOf(await page.text())
}

const textOf = (html: string) =>
  html
    .slice(html.indexOf('<main'), html.indexOf('</main>'))
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll(/[\u2066-\u2069]/g, '')
    .replaceAll(/\s+/g, ' ')

const emailsTo = (email: string) =>
  app.db
    .selectFrom('outbox')
    .where('toAddress', '=', email)
    .where('kind', '<>', 'sign-in')
    .select(['subject', 'text'])
    .orderBy('createdAt')
    .orderBy('key')
    .execute()

const rows = Object.entries(states) as [StateName, State][]
const everySentence = [...new Set(rows.flatMap(([, { partner }]) => partner))]

test.each(rows)(
  '%s: the page about the partner says so, and nothing of another state',
  (name, { partner }) => {
    const page = seen.get(name)?.partner ?? ''

    expect(everySentence.filter((sentence) => page.includes(sentence))).toEqual(
      everySentence.filter((sentence) => partner.includes(sentence)),
    )
  },
)

test.each(rows)('%s: the emails so far say so', (name, { emails }) => {
  const sent = seen.get(name)?.emails ?? []

  expect(sent.map(({ subject }) => subject)).toEqual(emails.map(([subject]) => subject))
  emails.forEach(([, says], index) => {
    expect(sent[index]?.text).toContain(says)
  })
})

test.each(rows)('%s: the page of the round says where it stands', (name, { round }) => {
  expect(seen.get(name)?.round).toContain(round)
})

test('the table of states is written down for people', async () => {
  expect([...seen.keys()].sort()).toEqual(Object.keys(states).sort())
  await expect(statesPage(rows)).toMatchFileSnapshot(join(root, 'docs/generated/states.md'))
})
