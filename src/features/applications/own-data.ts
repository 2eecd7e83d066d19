import { sql } from 'kysely'
import { ownTables, pausedDays } from '../../platform/own-tables.ts'

/** Which application stands for which: it was merged into it, or dropped as its duplicate. */
export const sameApplications = sql`same (one, other) as (
    select merged_into, id from application where merged_into is not null
    union all
    select stays.id, gone.id from duplicate_verdict
    join application gone on gone.id in (first_id, second_id) and gone.drop_reason = 'duplicate'
    join application stays on stays.id in (first_id, second_id) and stays.id <> gone.id
    where verdict = 'drop')`

/**
 * Ids of all applications of a person: their own, what came from their address and nobody has answered yet, and what was
 * made one with those, or dropped as the same.
 */
export const ownApplicationIds = (personId: string) => sql`(
  with recursive ${sameApplications},
  own (id) as (
    select application.id from application join person on person.id = ${personId}
      where application.person_id = person.id
        or (application.person_id is null and lower(application.email) = lower(person.email))
    union
    select application.id from own join same on one = own.id
      join application on application.id = other
      where application.person_id is null or application.person_id = ${personId})
  select id from own)`

const ofOwn = (id: string) => sql<boolean>`application_id in ${ownApplicationIds(id)}`

/** Their address in a row of a file that no application could be made of. */
const namesThem = (id: string) => sql`(application_id is null and exists (
  select from jsonb_array_elements_text(raw) cell join person_address on person_id = ${id}
  where broad_key(lower(btrim(cell))) = person_address.broad_key))`

/** The row of an applicant is theirs; one of a file of pairings holds their partner as well, and of it only their address is. */
const ownCells = (
  id: string,
) => sql`case when (select kind from import_file where id = import_file_id) = 'applications' then raw
  else (select jsonb_agg(cell) from jsonb_array_elements_text(raw) cell join person_address on person_id = ${id}
    where broad_key(lower(btrim(cell))) = person_address.broad_key) end`

/** For how long answers are of use: a year to those who had no place, three to those who had. */
const answersDays = { 'no place': 365, place: 3 * 365 }
const neverBlanked = (had: keyof typeof answersDays) => sql<Date | null>`case
  when email <> '' and (accepted_at is ${had === 'place' ? sql`not null` : sql`null`})
  then (select ends_on::timestamptz from round where round.id = application.round_id) end`

/** What the office changed or asked of answers goes when they go: it quotes them. */
const withAnswers = (['no place', 'place'] as const).map((had) => ({
  days: answersDays[had],
  pausedDays,
  since: sql<Date | null>`(select ends_on::timestamptz
    from application join round on round.id = round_id
    where application.id = application_id and accepted_at is ${had === 'place' ? sql`not null` : sql`null`})`,
}))

const rowsDays = 365

/** What a question or an option says: in English, else in any language. */
const inAnyLanguage = sql`coalesce(words -> 'en', (select value from jsonb_each(words) limit 1))`

export const ownData = ownTables({
  columnChoice: { columns: { internal: ['field', 'header', 'kind'] } },
  importFile: {
    stays: 'what the office called a file',
    columns: {
      internal: ['id', 'roundId', 'columns', 'kind', 'sha256', 'zone', 'importedAt'],
      sensitive: ['fileName'],
      actor: ['importedBy'],
    },
  },
  application: {
    chapter: 'applications',
    rows: (id) => sql`id in ${ownApplicationIds(id)}`,
    erased: (neutral) => ({
      ...{ email: '', givenName: neutral, familyName: '', countryWritten: '', workplace: '', jobTitle: '' },
      ...{ sectorWritten: '', interests: [], about: '', links: '', heardFrom: '', formerRounds: [] },
      ...{ wishSector: 'any', wishStage: 'any', wishInterests: 'any', wishNote: '', dearWishes: [] },
      ...{
        usualTimes: [],
        languagesToWrite: [],
        acceptsCodeWritten: '',
        sharesEmailWritten: '',
        locale: 'en',
      },
      zone: sql`case when zone is null then null else 'UTC' end`,
      takesTwo: false,
    }),
    sweeps: [
      { days: answersDays['no place'], pausedDays, since: neverBlanked('no place') },
      { days: answersDays.place, pausedDays, since: neverBlanked('place') },
    ],
    stays: 'the numbers of a round: country, kind of library, stage, languages, and what became of it',
    columns: {
      internal: ['id', 'roundId', 'personId', 'mergedInto'],
      personal: [
        ...([
          'submittedAt',
          'country',
          'zone',
          'sector',
          'stage',
          'interests',
          'languages',
          'languagesToWrite',
        ] as const),
        ...(['wishSector', 'wishStage', 'wishInterests', 'dearWishes', 'usualTimes', 'awakeFrom'] as const),
        ...([
          'awakeUntil',
          'formerRounds',
          'acceptsCode',
          'sharesEmail',
          'takesTwo',
          'locale',
          'codeVersion',
        ] as const),
        ...([
          'acceptedAt',
          'waitlistedAt',
          'droppedAt',
          'dropReason',
          'withdrawnAt',
          'unconfirmedSince',
        ] as const),
      ],
      sensitive: [
        ...(['email', 'givenName', 'familyName', 'name', 'countryWritten', 'workplace', 'jobTitle'] as const),
        ...(['sectorWritten', 'about', 'links', 'wishNote', 'heardFrom', 'acceptsCodeWritten'] as const),
        ...(['sharesEmailWritten'] as const),
      ],
    },
  },
  ownAnswer: {
    chapter: 'applications',
    rows: ofOwn,
    exports: () => ({
      question: sql`(select ${inAnyLanguage} ->> 'label' from own_question where id = question_id)`,
      answer: sql`coalesce(said, (select coalesce(${inAnyLanguage} #>> '{}', (position + 1)::text)
        from own_option where id = option_id))`,
    }),
    erased: 'delete',
    sweeps: withAnswers,
    columns: {
      internal: ['applicationId', 'questionId'],
      personal: ['optionId'],
      sensitive: ['said'],
    },
  },
  againWish: {
    chapter: 'applications',
    rows: ofOwn,
    exports: () => ({ gladlyAgain: sql`(select given_name from person where person.id = partner_id)` }),
    erased: 'delete',
    sweeps: withAnswers,
    columns: { internal: ['applicationId'], personal: ['partnerId'] },
  },
  consent: {
    chapter: 'choices',
    rows: (id) => sql`(person_id = ${id} or ${ofOwn(id)})`,
    erased: 'delete',
    columns: {
      internal: ['id', 'personId', 'applicationId'],
      personal: ['at', 'given', 'how', 'locale', 'purpose', 'version'],
    },
  },
  importRow: {
    chapter: 'files',
    rows: (id) => sql`(${ofOwn(id)} or ${namesThem(id)})`,
    exports: (id) => ({
      raw: ownCells(id),
      correction: sql`correction`,
      problem: sql`problem`,
      isNew: sql`is_new`,
    }),
    erased: () => ({ raw: '[]', correction: null }),
    sweeps: [
      {
        days: rowsDays,
        pausedDays,
        since: sql`case when raw <> '[]' then (
          select ends_on::timestamptz from import_file join round on round.id = round_id where import_file.id = import_file_id) end`,
      },
    ],
    stays: 'that a file had a row there, and what became of it',
    columns: {
      internal: ['applicationId', 'importFileId', 'rowNumber'],
      personal: ['isNew', 'problem'],
      sensitive: ['raw', 'correction'],
    },
  },
  applicationFix: {
    chapter: 'applications',
    rows: ofOwn,
    erased: 'delete',
    sweeps: withAnswers,
    columns: {
      internal: ['id', 'applicationId', 'batchId', 'number'],
      personal: ['kind', 'madeAt', 'undoneAt'],
      sensitive: ['after', 'before'],
      actor: ['madeBy'],
    },
  },
  applicationQuestion: {
    chapter: 'applications',
    rows: ofOwn,
    erased: 'delete',
    sweeps: withAnswers,
    columns: {
      internal: ['id', 'applicationId'],
      personal: ['askedAt', 'closedAt', 'kind'],
      actor: ['askedBy'],
    },
  },
  duplicateVerdict: {
    chapter: 'applications',
    rows: (id) => sql`(first_id in ${ownApplicationIds(id)} or second_id in ${ownApplicationIds(id)})`,
    exports: ['verdict', 'decidedAt'],
    stays: 'numbers of two applications',
    columns: {
      internal: ['batchId', 'firstId', 'secondId'],
      personal: ['decidedAt', 'verdict'],
      actor: ['decidedBy'],
    },
  },
  obviousLeftOut: {
    chapter: 'applications',
    rows: (id) => sql`(${ofOwn(id)} or other_id in ${ownApplicationIds(id)})`,
    exports: ['kind', 'leftAt'],
    erased: 'delete',
    columns: { internal: ['applicationId', 'otherId'], personal: ['kind', 'leftAt'], actor: ['leftBy'] },
  },
  formerPairing: {
    chapter: 'files',
    rows: (id) => sql`exists (select from person_address where person_id = ${id}
      and broad_key in (broad_key(first_key), broad_key(second_key)))`,
    exports: ['roundCode'],
    erased: 'delete',
    columns: { internal: ['importFileId', 'roundCode'], sensitive: ['firstKey', 'secondKey'] },
  },
  upload: {
    sweeps: [{ days: 1, since: sql`uploaded_at` }],
    stays: 'a file that waits to be imported, for a day',
    columns: {
      internal: ['id', 'roundId', 'kind', 'sha256', 'uploadedAt'],
      sensitive: ['fileName'],
      actor: ['uploadedBy'],
    },
  },
  uploadPart: {
    stays: 'as long as its upload',
    columns: { internal: ['number', 'uploadId'], sensitive: ['bytes'] },
  },
})
