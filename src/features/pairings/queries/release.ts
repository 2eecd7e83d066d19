import type { Db } from '../../../db/index.ts'

export type Release = {
  scenario: number
  campaignId: string
  releasedAt: Date
  /** Null when the terminal released. */
  releasedBy: string | null
}

/** The release of a round; null while there is none. */
export async function releaseOf(db: Db, roundId: string): Promise<Release | null> {
  const release = await db
    .selectFrom('release')
    .innerJoin('scenario', 'scenario.id', 'release.scenarioId')
    .leftJoin('person', 'person.id', 'release.releasedBy')
    .where('release.roundId', '=', roundId)
    .select(['scenario.number as scenario', 'release.campaignId', 'release.releasedAt'])
    .select('person.name as releasedBy')
    .executeTakeFirst()
  return release ?? null
}
