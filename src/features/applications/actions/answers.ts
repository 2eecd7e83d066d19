import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { allow } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { type GivenAnswer, type Question, questionsOf } from '../../questions/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import { mayCleanApplications } from '../policy.ts'
import { givenAnswers } from '../queries/own-answers.ts'

/** Somebody who applied and was neither merged into another nor dropped nor has withdrawn, with their answers. */
export type Answering = { name: string; email: string; country: string | null; own: GivenAnswer[] }

/**
 * Everyone's answers to the questions of a round, in the order in which they applied. Noted in the journal.
 *
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`
 */
export async function exportAnswers(
  app: App,
  actor: Actor,
  code: string,
): Promise<{ questions: Question[]; people: Answering[] }> {
  allow(mayCleanApplications(actor))
  return app.db.transaction().execute(async (tx) => {
    const round = await roundByCode(tx, actor, code)
    const people = await tx
      .selectFrom('application')
      .where('roundId', '=', round.id)
      .where('mergedInto', 'is', null)
      .where('droppedAt', 'is', null)
      .where('withdrawnAt', 'is', null)
      .select(['name', 'email', 'country', givenAnswers('office').as('own')])
      .orderBy('submittedAt')
      .execute()
    await note(tx, app.now(), actor.id, 'answers.exported', round.id, { people: people.length })
    return { questions: await questionsOf(tx, round.id), people }
  })
}
