import { type ExpressionBuilder, sql } from 'kysely'
import { type Db, hasIn, type Tables, type Tx } from '../../../db/index.ts'
import { emailKey } from '../../../platform/email-key.ts'
import { isUuid } from '../../../platform/ids.ts'
import { NotFound } from '../../../platform/refusals.ts'
import type { Actor, Role } from '../actor.ts'
import type { Grant } from '../grant.ts'
import { visibleTo } from '../policy.ts'
import { heldOn } from './grants.ts'
import { hasSecondFactor } from './second-factor.ts'

export type PersonRow = {
  id: string
  name: string
  email: string
  /** Since when they may no longer sign in. */
  disabledAt: Date | null
  /** The last page they opened; null when they are signed in nowhere. */
  lastSeenAt: Date | null
  /** Every grant there is, past and future ones too, by first day. */
  grants: Grant[]
}

export type PersonPage = PersonRow & {
  locale: string
  zone: string
  createdAt: Date
  hasSecondFactor: boolean
}

export type PeopleFilter = {
  /** Part of a name or an address; empty for all. */
  text: string
  /** Anyone who has the role today; `any` for everyone with some role. Empty for all. */
  role: Role | 'any' | ''
  /** From 1. */
  page: number
}

export const peoplePerPage = 50

/**
 * Persons by name, a page at a time.
 *
 * @param today `YYYY-MM-DD` in UTC
 */
export async function peopleFor(
  db: Db,
  actor: Actor,
  filter: PeopleFilter,
  today: string,
): Promise<{ people: PersonRow[]; total: number }> {
  const rows = await db
    .selectFrom('person')
    .where(visibleTo(actor))
    .where('person.erasedAt', 'is', null)
    .$if(filter.text !== '', (query) => query.where(mentions(filter.text)))
    .$if(filter.role !== '', (query) => query.where(hasRole(filter.role, today)))
    .select(rowColumns)
    .select(sql<number>`count(*) over ()`.as('total'))
    .orderBy(sql`lower(person.name)`)
    .orderBy('person.id')
    .limit(peoplePerPage)
    .offset((filter.page - 1) * peoplePerPage)
    .execute()
  return { people: rows.map(({ total: _total, ...person }) => person), total: rows[0]?.total ?? 0 }
}

/** @throws NotFound `no-such-person`, also for anyone who may not see people */
export async function personById(db: Db, actor: Actor, id: string): Promise<PersonPage> {
  if (!isUuid(id)) throw new NotFound('no-such-person')
  const person = await db
    .selectFrom('person')
    .where('person.id', '=', id)
    .where('person.erasedAt', 'is', null)
    .where(visibleTo(actor))
    .select(rowColumns)
    .select(['person.locale', 'person.zone', 'person.createdAt'])
    .select(hasSecondFactor)
    .executeTakeFirst()
  if (!person) throw new NotFound('no-such-person')
  return person
}

/** Everyone, by name: for the terminal. */
export const everyPerson = (db: Db): Promise<PersonRow[]> =>
  db
    .selectFrom('person')
    .where('erasedAt', 'is', null)
    .select(rowColumns)
    .orderBy(sql`lower(person.name)`)
    .orderBy('person.id')
    .execute()

/** @throws NotFound `no-such-person` */
export async function personIdByEmail(db: Db | Tx, email: string): Promise<string> {
  const person = await db
    .selectFrom('person')
    .select('id')
    .where('emailKey', '=', emailKey(email))
    .executeTakeFirst()
  if (!person) throw new NotFound('no-such-person')
  return person.id
}

const rowColumns = (eb: ExpressionBuilder<Tables, 'person'>) =>
  [
    'person.id',
    'person.name',
    'person.email',
    'person.disabledAt',
    eb
      .selectFrom('session')
      .whereRef('personId', '=', 'person.id')
      .select(({ fn }) => fn.max('lastSeenAt').as('at'))
      .as('lastSeenAt'),
    grantsOfPerson.as('grants'),
  ] as const

/** Keys of nested rows come as they are written here. */
const grantsOfPerson = sql<Grant[]>`(
  select coalesce(
    json_agg(
      json_build_object('id', id, 'role', role, 'country', country, 'startsOn', starts_on, 'endsOn', ends_on)
      order by starts_on, role
    ),
    '[]'
  )
  from role_grant where role_grant.person_id = person.id
)`

/** Whether someone's name or address has this in it. */
export const mentions = (text: string) => hasIn(sql`(person.name || ' ' || person.email)`, text)

const hasRole = (role: PeopleFilter['role'], today: string) => (eb: ExpressionBuilder<Tables, 'person'>) =>
  eb.exists(
    eb
      .selectFrom('roleGrant')
      .select('roleGrant.id')
      .whereRef('personId', '=', 'person.id')
      .$if(role !== 'any', (query) => query.where('role', '=', role))
      .where(heldOn(today)),
  )
