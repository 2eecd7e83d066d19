import { closeCase, noteCase } from '../../features/cases/actions/handling.ts'
import { endTogether, partCase } from '../../features/cases/actions/parting.ts'
import { kinds } from '../../features/cases/case.ts'
import { endingsDue } from '../../features/cases/queries/endings.ts'
import { allCasesFor, type CaseLine } from '../../features/cases/queries/queue.ts'
import { type PairStanding, standingsOf } from '../../features/checkins/queries/standings.ts'
import { releaseRematch } from '../../features/pairings/actions/release-rematch.ts'
import { freePeople } from '../../features/pairings/index.ts'
import type { Actor } from '../../features/people/index.ts'
import type { Round } from '../../features/rounds/index.ts'
import { openScenario, runScenario } from '../../features/scenarios/index.ts'
import { unlessRefused } from './refused.ts'
import { type Sitting, takes } from './sitting.ts'
import type { World } from './world.ts'

/**
 * Works off the queue of cases that are due, the most urgent kind first, until nothing is left or the time is up, and finds
 * new partners for those who wait. They know what the pages show, and nothing else.
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
    await this.#endSilent(actor, sitting)
    await this.#rematch(actor, sitting)
    const { app } = this.#world
    const pairs = new Map((await standingsOf(app.db, this.#round, app.now())).map((pair) => [pair.id, pair]))
    const due = await allCasesFor(app.db, actor, { view: 'due', roundId: this.#round.id, now: app.now() })
    for (const one of due.toSorted(inOrder)) {
      const pair = pairs.get(one.pairingId)
      if (!pair || one.next === 'rematch' || one.next === 'nudge') continue
      if (!sitting.has(minutesFor(one))) break
      await unlessRefused(() => this.#settle(actor, one, pair))
    }
    await this.#rematch(actor, sitting)
  }

  /** Reads who has not answered though they were asked twice, and ends their pairings; as many as there is time for. */
  async #endSilent(actor: Actor, sitting: Sitting): Promise<void> {
    const { app } = this.#world
    const ready = await endingsDue(app.db, actor, [this.#round], app.now())
    if (ready.length === 0 || !sitting.has(takes.openEndings)) return
    const read = ready.filter(() => sitting.has(takes.readEnding))
    await endTogether(app, actor, { numbers: read.map(({ one }) => one.number), tells: true })
  }

  /** Answers a call; lets go of who is silent or out of reach; closes what turned out to be nothing. */
  async #settle(actor: Actor, one: CaseLine, { members }: PairStanding): Promise<void> {
    const { app } = this.#world
    if (one.next === 'answer') return noteCase(app, actor, one.number, 'Wrote to both.')
    const quiet = members.filter(
      ({ applicationId, standing }) =>
        standing === 'silent' || (one.kind === 'bounce' && applicationId === one.applicationId),
    )
    // One of them is in touch: the other does not read us, and that is all.
    const isWell = members.some(({ standing }) => standing === 'in-touch') && one.kind !== 'bounce'
    if (isWell) return closeCase(app, actor, one.number, { outcome: 'unfounded' })
    if (quiet.length > 0) {
      const leaving = quiet.map(({ applicationId }) => applicationId)
      await partCase(app, actor, one.number, leaving)
    } else await noteCase(app, actor, one.number, 'Wrote to both once more.')
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

const minutesFor = ({ next, kind }: CaseLine) =>
  next === 'answer' ? takes.answerHelp : kind === 'contradiction' ? takes.readContradiction : takes.settleCase

/** Numbers of cases say in which order a database wrote rows; names and instants are the same each time. */
const inOrder = (one: CaseLine, other: CaseLine) =>
  kinds.indexOf(one.kind) - kinds.indexOf(other.kind) ||
  one.dueAt.getTime() - other.dueAt.getTime() ||
  (nameIn(one) < nameIn(other) ? -1 : 1)

const nameIn = ({ members }: CaseLine) => members.map(({ name }) => name).join(' ')
