import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { pagesOf } from '../../../platform/paging.ts'
import type { Actor } from '../../people/index.ts'
import { goesOn } from '../../rounds/index.ts'
import { type Kind, nextStep, type Outcome, type Step } from '../case.ts'
import type { View } from '../paths.ts'
import { visibleTo } from '../policy.ts'
import { awayUntil } from './volunteers.ts'

/** Someone of the pairing of a case. */
export type CaseMember = {
  applicationId: string
  personId: string
  name: string
  country: string
  /** Of their account, in a report of conduct; null elsewhere, and once it is erased. */
  email: string | null
  /** They are in this pairing still. */
  isPartner: boolean
  /** They take part, and have no partner now. */
  isWaiting: boolean
}

/** A case in a list. */
export type CaseLine = {
  id: string
  number: number
  kind: Kind
  rung: number
  roundId: string
  code: string
  /** Its round has ended: nobody waits any more, and no pairing is ended. */
  isOver: boolean
  pairingId: string
  applicationId: string
  openedAt: Date
  dueAt: Date
  closedAt: Date | null
  outcome: Outcome | null
  ownerId: string | null
  owner: string | null
  ownerAwayUntil: string | null
  members: CaseMember[]
  next: Step
}

/** Whom a list is for, and which cases it shows. */
export type Asked = { view: View; roundId?: string | undefined; now: Date }

export const casesAtOnce = 50

/** All cases that a list has, page after page. */
export async function allCasesFor(db: Db, actor: Actor, asked: Asked): Promise<CaseLine[]> {
  const { lines, count } = await casesFor(db, actor, asked, 1)
  for (let page = 2; page <= pagesOf(count, casesAtOnce); page += 1)
    lines.push(...(await casesFor(db, actor, asked, page)).lines)
  return lines
}

/** A page of cases: those due first before the others, closed ones with the newest first; and how many there are. */
export async function casesFor(
  db: Db,
  actor: Actor,
  asked: Asked,
  page: number,
): Promise<{ lines: CaseLine[]; count: number }> {
  const order = asked.view === 'closed' ? sql`closed_at desc` : sql`due_at`
  const [found, { count }] = await Promise.all([
    // Which they are comes first: what is shown of each would be looked up for the pages before as well.
    chosen(db, actor, asked)
      .select('pairingCase.id')
      .orderBy(order)
      .orderBy('number')
      .limit(casesAtOnce)
      .offset((page - 1) * casesAtOnce)
      .execute(),
    chosen(db, actor, asked)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
  ])
  const ids = found.map(({ id }) => id)
  const lines = await lined(chosen(db, actor, { now: asked.now }), asked.now)
    .where('pairingCase.id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy(order)
    .orderBy('number')
    .execute()
  return { lines: lines.map(asLine), count }
}

/** All cases that are due, the first due first. */
export async function dueCases(db: Db, actor: Actor, asked: Omit<Asked, 'view'>): Promise<CaseLine[]> {
  const lines = await lined(chosen(db, actor, { ...asked, view: 'due' }), asked.now)
    .orderBy('dueAt')
    .orderBy('number')
    .execute()
  return lines.map(asLine)
}

/** How many cases each view has. */
export async function countsFor(db: Db, actor: Actor, { roundId, now }: Omit<Asked, 'view'>) {
  const open = sql<boolean>`closed_at is null`
  const counted = (condition: ReturnType<typeof sql<boolean>>) =>
    sql<number>`count(*) filter (where ${condition})::int`
  const counts = await chosen(db, actor, { roundId, now })
    .select([
      counted(open).as('open'),
      counted(sql`${open} and owner_id = ${actor.id}::uuid`).as('mine'),
      counted(sql`${open} and ${isNobodys(now)}`).as('nobody'),
      counted(sql`${open} and due_at <= ${now}`).as('due'),
      counted(sql`closed_at is not null`).as('closed'),
    ])
    .executeTakeFirstOrThrow()
  return counts satisfies Record<View, number>
}

/** Nobody looks after it: it has no owner, or one who is away. */
const isNobodys = (now: Date) =>
  sql<boolean>`(owner_id is null or ${awayUntil(sql`pairing_case.owner_id`, now)} is not null)`

const chosen = (db: Db, actor: Actor, { view, roundId, now }: Partial<Asked> & { now: Date }) =>
  db
    .selectFrom('pairingCase')
    .innerJoin('pairing', 'pairing.id', 'pairingCase.pairingId')
    .innerJoin('round', 'round.id', 'pairing.roundId')
    .where(visibleTo(actor))
    .$if(roundId !== undefined, (all) => all.where('pairing.roundId', '=', roundId ?? ''))
    .$if(view !== undefined, (all) => all.where('closedAt', view === 'closed' ? 'is not' : 'is', null))
    .$if(view === 'mine', (all) => all.where('ownerId', '=', actor.id))
    .$if(view === 'nobody', (all) => all.where(isNobodys(now)))
    .$if(view === 'due', (all) => all.where('dueAt', '<=', now))

type Chosen = ReturnType<typeof chosen>

/** What a list, and the page of one case, show of each. */
const lined = (from: Chosen, now: Date) =>
  from
    .leftJoin('person as owner', 'owner.id', 'pairingCase.ownerId')
    .select(['pairingCase.id', 'number', 'kind', 'rung', 'pairing.roundId', 'round.code'])
    .select([
      'pairingCase.pairingId',
      'pairingCase.applicationId',
      'openedAt',
      'dueAt',
      'closedAt',
      'outcome',
    ])
    .select(['ownerId', 'owner.name as owner'])
    .select([
      sql<boolean>`not ${goesOn(now)}`.as('isOver'),
      awayUntil(sql`pairing_case.owner_id`, now).as('ownerAwayUntil'),
      sql<CaseMember[]>`(
        select json_agg(json_build_object('applicationId', application.id, 'personId', application.person_id,
            'name', application.name, 'country', coalesce(application.country, ''),
            'email', (select email from person where person.id = application.person_id and pairing_case.kind = 'conduct'),
            'isPartner', member.ended_at is null and pairing.dissolved_at is null,
            'isWaiting', participant.application_id is not null and ${goesOn(now)} and not exists (
              select from living_partner where living_partner.application_id = application.id))
          order by application.id <> pairing_case.application_id, application.name)
        from pairing_member member
        join application on application.id = member.application_id
        left join participant on participant.application_id = application.id
        where member.pairing_id = pairing.id)`.as('members'),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof lined>['execute']>>[number]

export function asLine(row: Row): CaseLine {
  const kind = row.kind as Kind
  const isWaiting = row.members.some((one) => one.isWaiting)
  return {
    ...row,
    kind,
    outcome: row.outcome as Outcome | null,
    next: nextStep({ kind, rung: row.rung }, isWaiting),
  }
}

/** One case, as a query that may be narrowed. */
export const casesNumbered = (db: Db, actor: Actor, number: number, now: Date) =>
  lined(chosen(db, actor, { now }), now).where('number', '=', number)

/** How many open cases are about the actor's own pairings: somebody else has to look after them. */
export async function ownCount(db: Db, personId: string): Promise<number> {
  const { count } = await db
    .selectFrom('pairingCase')
    .innerJoin('pairingMember as own', 'own.pairingId', 'pairingCase.pairingId')
    .where('own.personId', '=', personId)
    .where('closedAt', 'is', null)
    .where('kind', '<>', 'conduct')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
