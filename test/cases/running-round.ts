import type { Answer } from '../../src/features/checkins/checkin.ts'
import { answerCheckIn } from '../../src/features/checkins/index.ts'
import { aRunningRound } from '../../src/features/pairings/actions/rematch.builder.ts'
import { drainOutbox } from '../../src/platform/mail/index.ts'
import type { TestApp } from '../harness.ts'

/** A running round, as `aRunningRound` makes it, after all that was before has ended; its introductions have left. */
export async function onlyARunningRound(app: TestApp) {
  for (const table of ['pairingCase', 'caseLadder', 'checkIn', 'absence'] as const)
    await app.db.deleteFrom(table).execute()
  await app.db
    .updateTable('round')
    .set({
      ...{ endsOn: '2016-02-01', startsOn: '2016-01-20' },
      ...{ applyUntil: new Date('2016-01-19'), applyFrom: new Date('2016-01-11') },
    })
    .execute()
  const running = await aRunningRound(app)
  await drainOutbox(app)
  return running
}

export type Someone = { id: string; person: { id: string } }

/** Somebody answers the question that they were asked last. */
export async function answers(app: TestApp, one: Someone, answer: Answer, words = ''): Promise<void> {
  const { id } = await app.db
    .selectFrom('checkIn')
    .where('personId', '=', one.person.id)
    .select('id')
    .orderBy('day', 'desc')
    .executeTakeFirstOrThrow()
  await answerCheckIn(app, { id, personId: null }, { answer, words, way: 'link' })
}
