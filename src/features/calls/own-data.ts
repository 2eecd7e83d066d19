import { sql } from 'kysely'
import { ownTables, pausedDays } from '../../platform/own-tables.ts'
import { ownApplicationIds } from '../applications/index.ts'
import { keptForDays } from './draft.ts'

/** Begun before they had signed in, a draft is known by the address that was typed. */
const own = (id: string) => sql<boolean>`(person_id = ${id}
  or application_id in ${ownApplicationIds(id)}
  or (person_id is null and application_draft.id in (select draft_id from draft_page join person_address
    on broad_key(lower(btrim(typed ->> 'email'))) = broad_key
    where page = 'you' and person_address.person_id = ${id})))`
const ofOwn = (id: string) => sql<boolean>`draft_id in (select id from application_draft where ${own(id)})`

export const ownData = ownTables({
  applicationDraft: {
    chapter: 'drafts',
    rows: own,
    erased: 'delete',
    sweeps: [
      {
        days: keptForDays,
        pausedDays,
        // Sent ones too: what they say stands in the application, and would outlive it here.
        since: sql`(select apply_until from round where round.id = application_draft.round_id)`,
      },
    ],
    columns: {
      internal: ['id', 'applicationId', 'personId', 'roundId'],
      personal: ['begunAt', 'deniedAt', 'locale', 'networkHash', 'savedAt', 'sentAt', 'via'],
      secret: ['confirmHash', 'resumeHash', 'secretHash'],
    },
    exports: ['begunAt', 'deniedAt', 'locale', 'savedAt', 'sentAt', 'via'],
  },
  draftPage: {
    chapter: 'drafts',
    rows: ofOwn,
    erased: () => ({ typed: sql`jsonb_build_object('email', typed -> 'email')` }),
    stays: 'until its draft goes next, which may be known by this address alone, and takes it along',
    columns: {
      internal: ['draftId', 'rev', 'seq', 'writer'],
      personal: ['page', 'savedAt'],
      sensitive: ['typed'],
    },
  },
  draftMail: {
    chapter: 'drafts',
    rows: ofOwn,
    erased: 'delete',
    sweeps: [{ days: 1, since: sql`mailed_at` }],
    columns: { internal: ['draftId'], personal: ['mailedAt', 'mailedKey'] },
    exports: ['mailedAt'],
  },
  voice: {
    chapter: 'texts',
    rows: (id) => sql<boolean>`application_id in ${ownApplicationIds(id)}`,
    erased: 'delete',
    columns: {
      internal: ['applicationId', 'id', 'place', 'roundId'],
      personal: ['consentHow', 'consentOn', 'enteredAt', 'locale'],
      sensitive: ['signed', 'text'],
      actor: ['enteredBy'],
    },
  },
  shortAddress: { columns: { public: ['code', 'country'], internal: ['createdAt'] } },
  shortAddressDay: { columns: { internal: ['applications', 'code', 'onDay', 'visits'] } },
})
