import { noteMember, nudge } from '../../features/checkins/actions/watching.ts'
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

/** A silent partner is let go so many days after they were asked once more. */
const patienceDays = 5
const dayMs = 86_400_000

/**
 * Works off what waits on the desk, as the handbook says, until nothing is left or the time is up: calls for help, those who
 * wait for a partner, pairs that contradict each other, silence. They know what the pages show, and nothing else.
 */
export class Volunteers {
  readonly #world: World
  readonly #round: Round
  /** What was done about whom already, by person and question. */
  readonly #nudged = new Map<string, Date>()
  readonly #seen = new Set<string>()
  #soughtFor: ReadonlySet<string> = new Set()

  constructor(world: World, round: Round) {
    this.#world = world
    this.#round = round
  }

  async work(actor: Actor, sitting: Sitting): Promise<void> {
    await this.#helpAll(actor, sitting)
    await this.#rematch(actor, sitting)
    await this.#silence(actor, sitting)
    await this.#rematch(actor, sitting)
  }

  async #pairs(): Promise<PairStanding[]> {
    const { app } = this.#world
    return standingsOf(app.db, this.#round, app.now())
  }

  async #helpAll(actor: Actor, sitting: Sitting): Promise<void> {
    const calls = (await this.#pairs())
      .flatMap((pair) => pair.members.map((member) => ({ pair, member })))
      .filter(({ member }) => member.standing === 'help')
    for (const { pair, member } of longestFirst(calls)) {
      if (!sitting.has(takes.answerHelp)) return
      await noteMember(this.#world.app, actor, this.#round.code, {
        id: member.applicationId,
        body: 'Wrote to both, and asked the partner once more.',
      })
      for (const partner of pair.members)
        if (partner !== member && partner.standing !== 'in-touch') await this.#nudge(actor, partner)
    }
  }

  async #silence(actor: Actor, sitting: Sitting): Promise<void> {
    const pairs = await this.#pairs()
    const silent = pairs
      .flatMap((pair) => pair.members.map((member) => ({ pair, member })))
      .filter(({ member }) => member.standing === 'silent' || member.standing === 'not-yet')
    const parted = new Set<string>()
    for (const { pair, member } of longestFirst(silent)) {
      if (parted.has(pair.id) || member.standing !== 'silent') continue
      // The partner says that they are in touch: nothing is wrong but a question that was not answered.
      if (pair.members.some((one) => one !== member && one.standing === 'in-touch')) continue
      const asked = this.#nudged.get(keyOf(member))
      if (!asked) {
        if (!sitting.has(takes.nudge)) return
        await this.#nudge(actor, member)
      } else if (this.#world.app.now().getTime() - asked.getTime() > patienceDays * dayMs) {
        if (!sitting.has(takes.part)) return
        parted.add(pair.id)
        await this.#part(actor, pair)
      }
    }
    for (const pair of pairs.filter(({ id, contradicts }) => contradicts && !this.#seen.has(id))) {
      if (!sitting.has(takes.readContradiction)) return
      this.#seen.add(pair.id)
      for (const member of pair.members) if (member.standing !== 'in-touch') await this.#note(actor, member)
    }
  }

  /** Those who have not answered leave the round; those who have wait for somebody new. */
  async #part(actor: Actor, pair: PairStanding): Promise<void> {
    const leaving = pair.members
      .filter((member) => member.standing === 'silent' && this.#nudged.has(keyOf(member)))
      .map(({ applicationId }) => applicationId)
    await unlessRefused(() =>
      partPairing(this.#world.app, actor, this.#round.code, { pairing: pair.id, leaving }),
    )
  }

  async #note(actor: Actor, member: MemberStanding): Promise<void> {
    const note = { id: member.applicationId, body: 'Wrote to both: an email may have been lost.' }
    await noteMember(this.#world.app, actor, this.#round.code, note)
  }

  async #nudge(actor: Actor, member: MemberStanding): Promise<void> {
    if (this.#nudged.has(keyOf(member))) return
    this.#nudged.set(keyOf(member), this.#world.app.now())
    await unlessRefused(() => nudge(this.#world.app, actor, this.#round.code, member.applicationId))
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

/** By the question that was not answered: a later one is another matter. */
const keyOf = ({ pairingId, applicationId, since }: MemberStanding) =>
  `${pairingId} ${applicationId} ${since?.toISOString()}`

const longestFirst = <One extends { member: MemberStanding }>(all: readonly One[]): One[] =>
  all.toSorted(
    ({ member: one }, { member: other }) =>
      (one.since?.getTime() ?? 0) - (other.since?.getTime() ?? 0) || (one.name < other.name ? -1 : 1),
  )

async function unlessRefused(run: () => Promise<unknown>): Promise<void> {
  try {
    await run()
  } catch (error) {
    if (!(error instanceof Conflict || error instanceof NotFound)) throw error
  }
}
