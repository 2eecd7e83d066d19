import { answerCheckIn } from '../../../features/checkins/index.ts'
import type { Round } from '../../../features/rounds/index.ts'
import { chance, happens } from '../../simulate/chance.ts'
import { turnClock, turnHours, type World } from '../../simulate/world.ts'

/** The round that has ended when the demonstration begins. */
export const formerCode = '2015B'

/** Decides who answers what. */
export const seed = 2015

/** A day around the world, on which whoever is asked whether they are in touch says yes, or nothing. */
export async function liveDay(world: World, round: Round, on: string): Promise<void> {
  const { app, at } = world
  const from = new Date(`${on}T00:00:00Z`).getTime()
  for (let hours = 0; hours <= 30; hours += turnHours) {
    at(new Date(from + hours * 3_600_000))
    await turnClock(world)
  }
  const asked = await app.db
    .selectFrom('checkIn')
    .innerJoin('application', 'application.id', 'checkIn.applicationId')
    .where('application.roundId', '=', round.id)
    .where('checkIn.askedAt', '>=', new Date(from))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('checkInAnswer')
            .whereRef('checkInAnswer.checkInId', '=', 'checkIn.id')
            .select('checkInId'),
        ),
      ),
    )
    .select(['checkIn.id', 'application.email'])
    .orderBy('checkIn.id')
    .execute()
  for (const { id, email } of asked)
    if (happens(chance(seed, email ?? '', on), 95))
      await answerCheckIn(app, { id, personId: null }, { answer: 'yes', words: '', way: 'link' })
}
