import type { Db } from '../../../db/index.ts'
import { keeper } from '../../../platform/kept.ts'
import { visitor } from '../../people/index.ts'
import { type Question, questionsOf } from '../../questions/index.ts'
import { type Round, roundByCode } from '../../rounds/index.ts'

/** What the form of a round is made of before anyone has typed. */
export type BlankForm = { round: Round; questions: readonly Question[] }

const kept = keeper<BlankForm>(8)

/**
 * The form of a round as everyone may see it. It is asked for with each page and each save, and read when it has changed.
 *
 * @param version of `publicVersions`
 * @throws NotFound `no-such-round`, also for one that is not announced
 */
export const blankForm = (db: Db, { code, version }: { code: string; version: string }): Promise<BlankForm> =>
  kept(db, { key: code.toUpperCase(), version }, async () => {
    const round = await roundByCode(db, visitor('en'), code)
    return { round, questions: await questionsOf(db, round.id) }
  })
