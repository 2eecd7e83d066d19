import { expect, test } from 'vitest'
import { anApplication, aRound } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { waitedBefore } from './waited.ts'

const app = await testApp('2016-02-20T12:00:00Z')
const past = await aRound(app, { code: '2016A', startsOn: '2016-02-29', endsOn: '2016-06-19' })
const next = await aRound(app, { code: '2016B', startsOn: '2016-09-01', endsOn: '2016-12-31' })

test('who had a place and no partner to the end is first in line in the next round, but not before anybody was introduced', async () => {
  const names = ['never paired', 'left alone', 'leaver', 'paired again', 'partner', 'withdrawn'] as const
  const people = await Promise.all(
    names.map((name) => anApplication(app, past, { email: `${name.replaceAll(' ', '.')}@waited.example` })),
  )
  const [, alone, leaver, again, partner, withdrawn] = people
  for (const one of [leaver, withdrawn])
    await app.db
      .updateTable('application')
      .set({ withdrawnAt: app.now() })
      .where('id', '=', one?.id ?? '')
      .execute()
  await pair([alone, leaver], app.now())
  await pair([again, leaver], app.now())
  await pair([again, partner], null)
  const asking = await app.db
    .insertInto('application')
    .values(people.map(({ person }) => ({ ...again2016B, email: person.email })))
    .returning('id')
    .execute()
  const named = (ids: ReadonlySet<string>) => names.filter((_, index) => ids.has(asking[index]?.id ?? ''))

  const before = named(await waitedBefore(app.db, next.id))
  await release()

  expect(before).toEqual([])
  expect(named(await waitedBefore(app.db, next.id))).toEqual(['never paired', 'left alone'])
})

/** They ask for a place in the next round, by the same address. */
const again2016B = {
  ...{ roundId: next.id, submittedAt: app.now(), givenName: 'Ada', familyName: 'Okafor', countryWritten: '' },
  ...{
    zone: 'UTC',
    sector: 'public',
    stage: 'early',
    languages: ['en'],
    acceptsCode: true,
    sharesEmail: true,
  },
}

type Applied = Awaited<ReturnType<typeof anApplication>> | undefined

async function pair(members: readonly Applied[], endedAt: Date | null): Promise<void> {
  const { id: pairingId } = await app.db
    .insertInto('pairing')
    .values({ roundId: past.id, reasons: '[]', confirmedAt: app.now(), dissolvedAt: endedAt })
    .returning('id')
    .executeTakeFirstOrThrow()
  const rows = members.map((one) => ({
    ...{ pairingId, roundId: past.id, endedAt },
    ...{ applicationId: one?.id ?? '', personId: one?.person.id ?? '' },
  }))
  await app.db.insertInto('pairingMember').values(rows).execute()
}

async function release(): Promise<void> {
  const campaign = { key: 'introductions', kind: 'introduction', createdAt: app.now() }
  const { id: campaignId } = await app.db
    .insertInto('mailCampaign')
    .values(campaign)
    .returning('id')
    .executeTakeFirstOrThrow()
  const made = { roundId: past.id, number: 1, madeAt: app.now(), seed: 1, weights: '{}', engine: '' }
  const { id: scenarioId } = await app.db
    .insertInto('scenario')
    .values(made)
    .returning('id')
    .executeTakeFirstOrThrow()
  await app.db
    .insertInto('release')
    .values({ roundId: past.id, scenarioId, campaignId, releasedAt: app.now() })
    .execute()
}
