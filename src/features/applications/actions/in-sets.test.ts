import { expect, test } from 'vitest'
import { aPerson, aRound } from '../../../../test/builders.ts'
import { counting, testApp } from '../../../../test/harness.ts'
import { mapSectorGroup } from './cleaning.ts'
import { acceptObvious } from './obvious.ts'
import { undoBatch } from './undoing.ts'

const app = await testApp('2016-02-20T12:00:00Z')
const coordinator = await aPerson(app, { role: 'coordinator' })

/** So many people who wrote of their library in their own words, and whose address has a slip. */
async function uncleanPeople(roundId: string, count: number, domain: string): Promise<void> {
  const values = Array.from({ length: count }, (_, at) => ({
    roundId,
    submittedAt: new Date(Date.UTC(2016, 1, 1, 0, at)),
    email: `person${at}@${domain} `,
    givenName: `Person${at}`,
    familyName: `Family${at}`,
    country: 'CL',
    countryWritten: 'Chile',
    zone: 'America/Santiago',
    workplace: `Library ${at}`,
    sectorWritten: at % 2 === 0 ? 'University library' : 'A bus full of books',
    stage: 'early',
    languages: ['es'],
    acceptsCode: true,
    sharesEmail: true,
  }))
  await app.db.insertInto('application').values(values).execute()
}

async function inStatements(act: (counted: typeof app) => Promise<unknown>): Promise<number> {
  const { count, counted } = counting(app.db)
  await act({ ...app, db: counted })
  return count.asked
}

async function cleaned(code: string, count: number) {
  const round = await aRound(app, { code })
  await uncleanPeople(round.id, count, `${code}.example`)
  const sectors = async () =>
    (
      await app.db
        .selectFrom('application')
        .where('roundId', '=', round.id)
        .select('sector')
        .orderBy('submittedAt')
        .execute()
    ).map(({ sector }) => sector)
  let batch = ''
  const accept = await inStatements(async (counted) => {
    batch = (await acceptObvious(counted, coordinator, code)).batchId ?? ''
  })
  const map = await inStatements((counted) =>
    mapSectorGroup(counted, coordinator, code, { group: 'a bus full of books', sector: 'public' }),
  )
  const after = await sectors()
  const undo = await inStatements((counted) => undoBatch(counted, coordinator, batch))
  return { statements: [accept, map, undo], after, undone: await sectors() }
}

test('two hundred people are cleaned and uncleaned in as many statements as four', async () => {
  const few = await cleaned('2016A', 4)
  const many = await cleaned('2016B', 200)

  expect(few.after).toEqual(['academic', 'public', 'academic', 'public'])
  expect(few.undone).toEqual([null, 'public', null, 'public'])
  expect(many.statements).toEqual(few.statements)
  expect(many.after.filter((sector) => sector === 'academic')).toHaveLength(100)
  expect(many.undone.filter((sector) => sector === null)).toHaveLength(100)
})
