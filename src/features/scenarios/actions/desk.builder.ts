import { anApplication, aPerson, aRound } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { allPairs, reserveOf } from '../queries/pairs.ts'
import { proposalOfRound } from '../queries/scenarios.ts'
import { openScenario, runScenario } from './run.ts'

let letter = '@'

export async function refusals(...attempts: (() => Promise<unknown>)[]) {
  const codes: string[] = []
  for (const attempt of attempts) {
    codes.push(
      await attempt().then(
        () => 'done',
        (refusal: { code: string }) => refusal.code,
      ),
    )
  }
  return codes
}

/** For tests: whoever matches, rounds of their own for each test, and what became of them. */
export async function aMatchingDesk() {
  const app = await testApp('2016-02-20T12:00:00Z')
  const coordinator = await aPerson(app, { role: 'coordinator', name: 'Cora Lind' })

  /** A round of its own with people of these countries, named by them: ana of AU, and so on. */
  async function aRoundOf<Country extends string>(...countries: Country[]) {
    letter = String.fromCharCode(letter.charCodeAt(0) + 1)
    const round = await aRound(app, { code: `2016${letter}` })
    const ids = {} as Record<Country, string>
    for (const country of countries) {
      ids[country] = (await anApplication(app, round, { name: `Person ${country}`, country })).id
    }
    return { code: round.code, round, ids }
  }

  async function match(code: string) {
    const { id } = await openScenario(app, coordinator, code, {})
    await runScenario(app, id)
    return id
  }

  /** Who is with whom, by country; and who waits. */
  async function standing(roundId: string) {
    const scenario = await proposalOfRound(app.db, roundId)
    const pairs = await allPairs(app.db, scenario.id)
    return {
      pairs: pairs
        .map(({ members }) =>
          members
            .map(({ country }) => country)
            .sort()
            .join(' '),
        )
        .sort(),
      reserve: (await reserveOf(app.db, scenario.id)).map(({ country }) => country),
    }
  }

  return { app, coordinator, aRoundOf, match, standing }
}
