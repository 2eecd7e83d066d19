import { beforeEach } from 'vitest'
import { answers, onlyARunningRound, type Someone } from '../../../test/cases/running-round.ts'
import { testApp } from '../../../test/harness.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { askCheckIns } from '../checkins/index.ts'
import { sweepCases } from './actions/sweep.ts'

/** For tests: a running round for each of them. */
export async function aRoundForEach() {
  const app = await testApp()
  const site = createSite(app, await buildAssets())
  let running: Awaited<ReturnType<typeof onlyARunningRound>>
  beforeEach(async () => {
    running = await onlyARunningRound(app)
  })

  return { app, site, running: () => running }
}

/** For tests: the same, and what its cases say. */
export async function aRoundWithCases() {
  const { app, site, running } = await aRoundForEach()
  const code = () => running().round.code

  async function at(instant: string) {
    app.at(instant)
    return sweepCases(app)
  }

  /** Everyone is asked on the fourth day. */
  async function asked() {
    app.at('2016-03-04T14:03:00Z')
    await askCheckIns(app)
    app.at('2016-03-04T14:30:00Z')
  }

  async function say(one: Someone, answer: Parameters<typeof answers>[2], words = '') {
    await answers(app, one, answer, words)
  }

  const cases = () =>
    app.db
      .selectFrom('pairingCase')
      .innerJoin('application', 'application.id', 'applicationId')
      .select(['number', 'kind', 'givenName', 'rung', 'outcome', 'dueAt', 'ownerId'])
      .orderBy('number')
      .execute()

  const numberOf = async (kind: string) => (await cases()).find((one) => one.kind === kind)?.number ?? 0
  const eventsIn = (number: number) =>
    app.db
      .selectFrom('caseEvent')
      .innerJoin('pairingCase', 'pairingCase.id', 'caseId')
      .where('number', '=', number)
      .select(['caseEvent.kind', 'what'])
      .orderBy('caseEvent.id')
      .execute()

  return { app, site, running, code, at, asked, say, cases, numberOf, eventsIn }
}
