import { type Db, isAsOfOneTime, oftenAs } from '../../../db/index.ts'
import { keeper } from '../../../platform/kept.ts'

const quarters = keeper<Date[]>(1)

/**
 * What the publication shows at a time: another value once it may show something else, by a change or by the clock.
 * Somewhere a day begins with any quarter of an hour, and with it a round may begin or end; within one, only posts come out.
 *
 * @param version of `publicVersions`
 */
export async function stateOfPublication(db: Db, now: Date, version: string): Promise<string> {
  if (isAsOfOneTime(db)) return version
  const quarter = Math.floor(now.getTime() / QUARTER_MS)
  const state = `${version} ${quarter}`
  const due = await quarters(db, { key: 'due', version: state }, async () => {
    const [from, until] = [new Date(quarter * QUARTER_MS), new Date((quarter + 1) * QUARTER_MS)]
    return (await coming(db, { from, until })).map(({ publishAt }) => publishAt)
  })
  return `${state} ${due.filter((at) => at <= now).length}`
}

const coming = oftenAs({ from: new Date(0), until: new Date(1) }, (db, { from, until }) =>
  db
    .selectFrom('post')
    .select((eb) => eb.ref('publishAt').$notNull().as('publishAt'))
    .where('publishAt', '>=', from)
    .where('publishAt', '<', until),
)

const QUARTER_MS = 15 * 60_000
