import { sql } from 'kysely'
import type { Tx } from '../../../db/index.ts'
import { chunks } from '../../../platform/chunks.ts'
import type { Patch } from '../mends.ts'

/** Columns that the desk may change, by what a patch calls them. */
const columns = {
  email: 'email',
  givenName: 'given_name',
  familyName: 'family_name',
  country: 'country',
  countryWritten: 'country_written',
  zone: 'zone',
  workplace: 'workplace',
  jobTitle: 'job_title',
  sector: 'sector',
  sectorWritten: 'sector_written',
  stage: 'stage',
  interests: 'interests',
  languages: 'languages',
  about: 'about',
  links: 'links',
  wishSector: 'wish_sector',
  wishStage: 'wish_stage',
  wishInterests: 'wish_interests',
  wishNote: 'wish_note',
  formerRounds: 'former_rounds',
  heardFrom: 'heard_from',
  acceptsCode: 'accepts_code',
  acceptsCodeWritten: 'accepts_code_written',
  sharesEmail: 'shares_email',
  sharesEmailWritten: 'shares_email_written',
  takesTwo: 'takes_two',
  unconfirmedSince: 'unconfirmed_since',
  waitlistedAt: 'waitlisted_at',
  droppedAt: 'dropped_at',
  dropReason: 'drop_reason',
  mergedInto: 'merged_into',
} as const satisfies Record<keyof Patch, string>

/** Changes of applications, in the order in which they are to be made: a later one of the same application stands. */
export type Patched = { applicationId: string; patch: Patch }

/** Writes all changes together: as many statements for one as for a few hundred. */
export async function writePatches(tx: Tx, patched: readonly Patched[]): Promise<void> {
  const whole = [...Map.groupBy(patched, ({ applicationId }) => applicationId)].map(([id, of]) => ({
    id,
    patch: asRow(Object.assign({}, ...of.map(({ patch }) => patch))),
  }))
  const all = Object.values(columns)
  const written = sql.join(all.map((name) => sql.id(name)))
  const read = sql.join(all.map((name) => sql.id('patched', name)))
  for (const some of chunks(whole)) {
    // What a patch does not name stays as it is in the row.
    await sql`
      update application set (${written}) =
        (select ${read} from jsonb_populate_record(application, of.patch) as patched)
      from jsonb_to_recordset(${JSON.stringify(some)}::jsonb) as of (id uuid, patch jsonb)
      where application.id = of.id`.execute(tx)
  }
}

const asRow = (patch: Patch): Record<string, unknown> =>
  Object.fromEntries(Object.entries(patch).map(([key, value]) => [columns[key as keyof Patch], value]))
