import {
  type MemberStanding,
  type PairStanding,
  standingsOf,
} from '../../features/checkins/queries/standings.ts'
import { partPairing } from '../../features/pairings/actions/part.ts'
import { releaseRematch } from '../../features/pairings/actions/release-rematch.ts'
import { freePeople } from '../../features/pairings/index.ts'
import type { Actor } from '../../features/people/index.ts'
import type { Round } from '../../features/rounds/index.ts'
import { openScenario, runScenario } from '../../features/scenarios/index.ts'
import { Conflict, NotFound } from '../../platform/refusals.ts'
import { type Sitting, takes } from './sitting.ts'
import type { World } from './world.ts'

/** A silent partner is let go after so many days without an answer. */
const patienceDays = 10
const dayMs = 86_400_000

/**
 * Works off what waits on the desk, until nothing is left or the time is up: calls for help, silence, those who wait for a
 * partner. They know what the pages show, and nothing else.
 */
export class Volunteers {
  readonly #world: World
  readonly #round: Round
  #soughtFor: ReadonlySet<string> = new Set()

  constructor(world: World, round: Round) {
    this.#world = world
    this.#round = round
  }

  async work(actor: Actor, sitting: Sitting): Promise<void> {
    await this.#rematch(actor, sitting)
    await this.#letGo(actor, sitting)
    await this.#rematch(actor, sitting)
  }

  /** Ends pairings in which somebody has been silent for long, and nobody says that all is well. */
  async #letGo(actor: Actor, sitting: Sitting): Promise<void> {
    const { app } = this.#world
    const pairs = (await standingsOf(app.db, this.#round, app.now())).filter((pair) => this.#isLost(pair))
    for (const { id, members } of pairs.toSorted(longestFirst)) {
      if (!sitting.has(takes.part)) return
      const leaving = members
        .filter(({ standing }) => standing === 'silent')
        .map(({ applicationId }) => applicationId)
      await unlessRefused(() => partPairing(app, actor, this.#round.code, { pairing: id, leaving }))
    }
  }

  #isLost({ members }: PairStanding): boolean {
    const now = this.#world.app.now().getTime()
    const isLong = ({ standing, since }: MemberStanding) =>
      standing === 'silent' && since !== null && now - since.getTime() > patienceDays * dayMs
    return members.some(isLong) && !members.some(({ standing }) => standing === 'in-touch')
  }

  /** Nobody looks again for those for whom nobody was found, before somebody else has come to wait. */
  async #rematch(actor: Actor, sitting: Sitting): Promise<void> {
    const { app } = this.#world
    const { code } = this.#round
    const free = (await freePeople(app.db, this.#round)).map(({ applicationId }) => applicationId)
    if (free.length < 2 || free.every((one) => this.#soughtFor.has(one)) || !sitting.has(takes.rematch))
      return
    this.#soughtFor = new Set(free)
    await unlessRefused(async () => {
      const { id } = await openScenario(app, actor, code, { pool: 'rematch', asPlan: false })
      await runScenario(app, id)
      await releaseRematch(app, actor, code, null)
    })
  }
}

const sinceOf = ({ members }: PairStanding) =>
  Math.min(...members.map(({ since }) => since?.getTime() ?? Number.POSITIVE_INFINITY))

const longestFirst = (one: PairStanding, other: PairStanding) =>
  sinceOf(one) - sinceOf(other) || ((one.members[0]?.name ?? '') < (other.members[0]?.name ?? '') ? -1 : 1)

async function unlessRefused(run: () => Promise<unknown>): Promise<void> {
  try {
    await run()
  } catch (error) {
    if (!(error instanceof Conflict || error instanceof NotFound)) throw error
  }
}
