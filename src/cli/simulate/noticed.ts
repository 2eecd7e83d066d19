import type { Db } from '../../db/index.ts'
import { standingsOf } from '../../features/checkins/queries/standings.ts'
import type { Round } from '../../features/rounds/index.ts'
import type { Cast } from './reactions.ts'
import type { World } from './world.ts'

/** Somebody who is not there for their partner any more. */
export type Trouble = {
  personId: string
  pairingId: string
  /** Those whom they leave alone, and who are there themselves. */
  left: string[]
  since: Date
  /** When the office could first see it, and by what. */
  noticedAt: Date | null
  by: string | null
}

const signs = ['help', 'silent', 'contradict'] as const

/**
 * Watches the office's pages for those in trouble, as somebody would who looked all day long.
 *
 * @returns how many were called silent who are there and in touch: work for nothing
 */
export class Watch {
  readonly #troubles = new Map<string, Trouble>()
  readonly falseAlarms = new Set<string>()

  get troubles(): Trouble[] {
    return [...this.#troubles.values()]
  }

  /** @param cast everyone who takes part */
  async look({ app }: World, round: Round, cast: Cast): Promise<void> {
    const now = app.now()
    const cases = await casesIn(app.db, round)
    for (const { id, members, contradicts } of await standingsOf(app.db, round, now)) {
      const seen = members.map(({ standing }) => standing)
      const sign =
        cases.get(id) ?? signs.find((one) => (one === 'contradict' ? contradicts : seen.includes(one)))
      const gone = members.filter(({ personId }) => isGone(cast, personId, now))
      for (const { personId } of gone) {
        const left = members.filter((one) => !gone.includes(one)).map((one) => one.personId)
        const trouble = this.#begin({ personId, pairingId: id, left, since: sinceOf(cast, personId, round) })
        if (sign && trouble.noticedAt === null) Object.assign(trouble, { noticedAt: now, by: sign })
      }
      if (gone.length === 0)
        for (const { personId, standing } of members)
          if (standing === 'silent') this.falseAlarms.add(`${id} ${personId}`)
    }
  }

  #begin(wish: Omit<Trouble, 'noticedAt' | 'by'>): Trouble {
    const key = `${wish.pairingId} ${wish.personId}`
    const known = this.#troubles.get(key)
    if (known) return known
    const trouble = { ...wish, noticedAt: null, by: null }
    this.#troubles.set(key, trouble)
    return trouble
  }
}

/** Open cases, by their pairing. */
const casesIn = async (db: Db, round: Round) =>
  new Map(
    (
      await db
        .selectFrom('pairingCase')
        .innerJoin('pairing', 'pairing.id', 'pairingCase.pairingId')
        .where('pairing.roundId', '=', round.id)
        .where('closedAt', 'is', null)
        .select(['pairingId', 'kind'])
        .orderBy('kind')
        .execute()
    ).map(({ pairingId, kind }) => [pairingId, kind]),
  )

/** For good; who comes back is no trouble. */
const isGone = (cast: Cast, personId: string, now: Date): boolean => {
  const gone = cast.get(personId)?.gone
  return gone !== undefined && gone !== null && gone.until === null && now >= gone.from
}

/** Nobody can be missed before the round begins. */
const sinceOf = (cast: Cast, personId: string, { startsOn }: Round): Date => {
  const begin = new Date(`${startsOn}T12:00:00Z`)
  const from = cast.get(personId)?.gone?.from ?? begin
  return from > begin ? from : begin
}
