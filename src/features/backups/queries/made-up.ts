import { type RawBuilder, sql } from 'kysely'

type Sql = RawBuilder<unknown>

const salt = sql`(select salt from scrub_salt)`

/** The same for the same value, and nobody can tell from it which that was. */
const digest = (value: Sql) => sql`encode(sha256(convert_to(${salt} || ${value}, 'UTF8')), 'hex')`

const oneOf = (words: readonly string[], value: Sql) =>
  sql`(array[${sql.join(words)}])[1 + ('x' || left(${digest(value)}, 7))::bit(28)::int % ${sql.lit(words.length)}]`

const givenNames =
  'Amara Bruno Chiara Dalia Emil Farah Goran Hana Imre Jonas Kofi Lucia Malik Noor Olga Paolo'.split(' ')
const familyNames =
  'Abara Bianchi Castro Dimitrov Eriksen Fofana Garcia Haddad Ito Jansen Kovac Lund Mbeki Novak'.split(' ')

const unlessEmpty = (value: Sql, made: Sql) => sql`case when ${value} = '' then '' else ${made} end`

const given = (value: Sql) => unlessEmpty(value, oneOf(givenNames, sql`lower(${value})`))
const family = (value: Sql) => unlessEmpty(value, oneOf(familyNames, sql`lower(${value})`))
/** Made of the same names as its parts, where it is written in their order. */
const wholeName = (value: Sql) =>
  sql`btrim(${given(sql`split_part(${value}, ' ', 1)`)} || ' ' || ${family(sql`regexp_replace(${value}, '^\\S+\\s*', '')`)})`

/** What follows a plus stays apart, so that broad keys are still those of their addresses. No mail gets to `.invalid`. */
const address = (value: Sql) => {
  const key = sql`lower(btrim(${value}))`
  const tag = sql`coalesce('+' || left(${digest(sql`substring(${key} from '[+]([^@]*)@')`)}, 6), '')`
  return unlessEmpty(
    value,
    sql`'p' || left(${digest(sql`broad_key(${key})`)}, 12) || ${tag} || '@example.invalid'`,
  )
}

const filler = 'These words were made up to stand where someone had written something of their own. '

/** As long as it was. */
const prose = (value: Sql) =>
  sql`left(repeat(${filler}, 1 + length(${value}) / ${sql.lit(filler.length)}), length(${value}))`

/** What was published everyone has read. */
const unlessPublished = (made: (value: Sql) => Sql) => (value: Sql) =>
  sql`case when publish_at <= now() then ${value} else ${made(value)} end`

const nothing = () => sql`''`
const column = (name: string) => sql`${sql.ref(name)}`

/** What stands in each column that people fill with words of their own, after it was scrubbed. Names are those in SQL. */
export const madeUp: Record<string, Record<string, (value: Sql) => Sql>> = {
  // Before the persons: a new key of theirs is added to what stands here by then.
  person_address: { broad_key: address },
  person: {
    email: () => address(column('email_key')),
    email_key: address,
    given_name: given,
    family_name: family,
    name: wholeName,
  },
  application: {
    email: address,
    given_name: given,
    family_name: family,
    about: prose,
    accepts_code_written: () => sql`case when accepts_code then 'yes' else '' end`,
    shares_email_written: () => sql`case when shares_email then 'yes' else '' end`,
    country_written: (value) => sql`coalesce(country, ${prose(value)})`,
    sector_written: (value) => sql`coalesce(sector, ${prose(value)})`,
    heard_from: prose,
    job_title: prose,
    links: nothing,
    wish_note: prose,
    workplace: prose,
  },
  former_pairing: {
    first_key: () => sql`least(${address(column('first_key'))}, ${address(column('second_key'))})`,
    second_key: () => sql`greatest(${address(column('first_key'))}, ${address(column('second_key'))})`,
  },
  network: { sender_name: prose, reply_to: address, postal: prose },
  network_text: { signature: prose },
  import_file: { file_name: () => sql`'file.csv'` },
  media: { author: wholeName, caption: prose, source: nothing },
  outbox: {
    to_address: address,
    to_name: wholeName,
    subject: prose,
    text: prose,
    html: prose,
    last_error: () => sql`null`,
  },
  post: {
    byline: wholeName,
    title: unlessPublished(prose),
    summary: unlessPublished(prose),
    body: unlessPublished(prose),
    slug: unlessPublished((value) => sql`'draft-' || left(${digest(value)}, 12)`),
    withdrawn_because: prose,
  },
  post_revision: {
    byline: wholeName,
    authors: () => sql`case when byline = '' then '{}' else array[${wholeName(column('byline'))}] end`,
    title: prose,
    summary: prose,
    body: prose,
  },
  author: {
    name: wholeName,
    // It has to be a part of the name, or nothing.
    family_name: nothing,
    about: prose,
    orcid: () => sql`null`,
    slug: (value) => sql`'author-' || left(${digest(value)}, 12)`,
  },
  post_correction: { said: prose },
  post_note: { text: prose, quote: prose, quote_before: prose, quote_after: prose },
  scenario: { title: prose },
  arrival: { mapping: () => sql`'{}'` },
  arrival_item: { title: prose, remarks: () => sql`'{}'` },
}
