import { expect, test } from 'vitest'
import { anApplication, aRound } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'

const app = await testApp('2016-02-21T18:00:00Z')
const at = app.now()

test('a participant is accepted, and neither withdrawn, dropped, merged nor shut out since', async () => {
  const round = await aRound(app)
  const ada = await anApplication(app, round, { name: 'Ada Okafor' })
  const mono = await anApplication(app, round, { name: 'Cher' })
  const shutOut = await anApplication(app, round)
  await app.db.updateTable('person').set({ disabledAt: at }).where('id', '=', shutOut.person.id).execute()
  await anApplication(app, round, { acceptedAt: null })
  await anApplication(app, round, { acceptedAt: null, waitlistedAt: at })
  await anApplication(app, round, { withdrawnAt: at })
  await anApplication(app, round, { acceptedAt: null, droppedAt: at, dropReason: 'on-request' })
  await anApplication(app, round, { acceptedAt: null, mergedInto: ada.id })
  await anApplication(app, await aRound(app, { code: '2017A' }))

  const participants = await app.db
    .selectFrom('participant')
    .where('roundId', '=', round.id)
    .select(['applicationId', 'personId', 'name', 'email'])
    .orderBy('name')
    .execute()

  expect(participants).toEqual([
    { applicationId: ada.id, personId: ada.person.id, name: 'Ada Okafor', email: ada.person.email },
    { applicationId: mono.id, personId: mono.person.id, name: 'Cher', email: mono.person.email },
  ])
})
