import { assert, integer, property, record } from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { answerCheckIn, askCheckIns } from '../checkins/index.ts'
import { aRunningRound } from '../pairings/actions/rematch.builder.ts'
import { type Known, toldOf } from './round-report.ts'

const app = await testApp()
const site = createSite(app, await buildAssets())
let made: Awaited<ReturnType<typeof aRunningRound>>

/** A round of six from six countries in three pairs; of one pair both say that they are in touch. */
beforeAll(async () => {
  made = await aRunningRound(app)
  app.at('2016-03-04T12:00:00Z')
  await askCheckIns(app)
  for (const { id } of await app.db.selectFrom('checkIn').select('id').execute())
    await answerCheckIn(app, { id, personId: null }, { answer: 'yes', words: '', way: 'link' })
})

const groupsOf = (counts: Record<string, number>) =>
  Object.entries(counts).map(([name, count]) => ({ name, count }))
const known = (country: Record<string, number>, rest: Partial<Known> = {}): Known => ({
  groups: { country: groupsOf(country), sector: [], experience: [] },
  pairs: { lasted: 0, inTouch: 0 },
  ...rest,
})

test('people and pairs are told in steps of five, small groups together, and a round of four not at all', () => {
  const told = toldOf(known({ NG: 12, BR: 9, CL: 4, KE: 3 }, { pairs: { lasted: 14, inTouch: 11 } }))

  expect(told).toMatchObject({ participants: 25, countries: 4, pairs: { lasted: 10, inTouch: 10 } })
  expect(told?.groups.country).toEqual({
    shown: [
      { name: 'NG', count: 10 },
      { name: 'BR', count: 5 },
    ],
    others: 5,
  })
  expect(toldOf(known({ NG: 4 }))).toBeNull()
})

test('no group is told beside a whole that would leave no doubt about it', () => {
  // Two groups of nine: told as five and five, beside fifteen; beside eighteen people told as fifteen that is enough.
  expect(toldOf(known({ NG: 9, BR: 9 }))?.groups.country?.shown).toHaveLength(2)
  // Two of nine and one of nine: each is four more than told, and the whole is two steps above the parts.
  expect(toldOf(known({ NG: 9, BR: 9, CL: 9, KE: 9, PE: 9 }))?.groups.country).toBeNull()
  const count = integer({ min: 0, max: 14 })
  assert(
    property(record({ NG: count, BR: count, CL: count, KE: count }), (counts) => {
      const told = toldOf(known(counts))
      const shown = told?.groups.country?.shown ?? []
      const parts = shown.map((one) => one.count).concat(told?.groups.country?.others || [])
      // A reader who knows the rule: not every part can be as large as it may be.
      const most = parts.reduce((all, part) => all + part + 4, 0)
      for (const one of parts) expect(one % 5).toBe(0)
      if (parts.length > 0) expect(told?.participants).toBeLessThan(most)
    }),
  )
})

test('while a round runs, its report says of no pair that it lasted to the end', async () => {
  const said = async (instant: string) => {
    app.at(instant)
    const headers = await signedIn(app, made.coordinator)
    return (await site.request(`/office/rounds/${made.round.code}/report`, { headers })).text()
  }

  const [running, over] = [await said('2016-04-20T12:00:00Z'), await said('2016-07-20T12:00:00Z')]

  expect(running).toContain('Pairs that are still together')
  expect(running).not.toContain('Pairs that lasted to the end')
  expect(over).toContain('Pairs that lasted to the end')
})

test('a coordinator reads the report, prints it and takes its numbers along; nobody else does', async () => {
  app.at('2016-07-20T12:00:00Z')
  const { code } = made.round
  const path = `/office/rounds/${code}/report`
  const as = await signedIn(app, made.coordinator)
  const page = await (await site.request(path, { headers: as })).text()
  const csv = await (await site.request(`${path}/report.csv`, { headers: as })).text()
  const described = (await (await site.request(`${path}/datapackage.json`, { headers: as })).json()) as {
    resources: { schema: { fields: { name: string }[] } }[]
  }
  const pdf = await site.request(`${path}/report.pdf`, { headers: as })
  const other = await site.request(path, { headers: await signedIn(app, made.people.ana.person) })

  expect(page).toContain('Pairs in touch when we asked last')
  expect(page).not.toContain('Nigeria')
  expect(csv).toContain(`"${code}","participants","","5"`)
  expect(csv).toContain(`"${code}","volunteer-minutes","",`)
  expect(described.resources[0]?.schema.fields.map(({ name }) => name)).toEqual(
    csv.slice(1).split('\r\n')[0]?.replaceAll('"', '').split(','),
  )
  expect(Buffer.from(await pdf.arrayBuffer()).toString('latin1')).toMatch(/^%PDF-[\s\S]*pdfuaid/)
  expect(other.status).toBe(403)
})
