import type { Context } from 'hono'
import { csvOf } from '../../../platform/csv.ts'
import { redirectWith } from '../../../platform/flash.ts'
import {
  type FormState,
  freshForm,
  readButton,
  readForm,
  returnedForm,
  statusOf,
} from '../../../platform/forms.ts'
import { listPage, pageAsked } from '../../../platform/paging.ts'
import { allow, NotFound } from '../../../platform/refusals.ts'
import { freeCount } from '../../pairings/index.ts'
import { type Env, router } from '../../people/index.ts'
import { type Round, roundByCode } from '../../rounds/index.ts'
import { exportStandings, planCheckIns } from '../actions/watching.ts'
import { type Standing, standings, usualDays } from '../checkin.ts'
import { type Grouping, groupings, groupsOf } from '../grouping.ts'
import { DaysPage, GroupsPage } from '../pages/by.tsx'
import { MemberPage } from '../pages/member.tsx'
import { PlanPage } from '../pages/plan.tsx'
import { type Listed, StandingPage } from '../pages/standing.tsx'
import { WeeksPage } from '../pages/weeks.tsx'
import { type Only, weeksPath } from '../paths.ts'
import { mayWatchRounds } from '../policy.ts'
import { answersByDay } from '../queries/by-day.ts'
import {
  historyOf,
  type MemberStanding,
  ofOthers,
  type PairStanding,
  planOf,
  standingNamed,
  standingsOf,
} from '../queries/standings.ts'
import { groupIn } from '../queries/traits.ts'
import { planForm } from '../schema.ts'
import { words } from '../words.ts'

export const office = router()

/** The round of the address, for anyone who may watch it. */
async function watched(c: Context<Env>) {
  const { app, actor } = c.var
  allow(mayWatchRounds(actor))
  return roundByCode(app.db, actor, c.req.param('code') ?? '')
}

office.get('/rounds/:code/weeks', async (c) => {
  const { app, actor, frame } = c.var
  const round = await watched(c)
  const all = await standingsOf(app.db, round, app.now())
  const pairs = ofOthers(all, actor)
  const free = round.releasedAt ? await freeCount(app.db, round) : 0
  const days = (await planOf(app.db, round.id)) ?? usualDays(round)
  return c.html(<WeeksPage {...{ frame, round, pairs, free, days }} hidesOwn={pairs.length < all.length} />)
})

office.get(`/rounds/:code/weeks/by/:grouping{(?:${groupings.join('|')})}`, async (c) => {
  const { app, actor, frame } = c.var
  const round = await watched(c)
  const by = c.req.param('grouping') as Grouping
  const pairs = ofOthers(await standingsOf(app.db, round, app.now()), actor)
  const groupOf = await groupIn(app.db, round.id)
  const groups = groupsOf(
    pairs.flatMap((pair) => pair.members),
    (one) => groupOf(one, by),
  )
  return c.html(<GroupsPage {...{ frame, round, by, groups }} />)
})

office.get('/rounds/:code/weeks/by/day', async (c) => {
  const { app, actor, frame } = c.var
  const round = await watched(c)
  return c.html(<DaysPage {...{ frame, round }} days={await answersByDay(app.db, round.id, actor)} />)
})

office.get('/rounds/:code/weeks/plan', async (c) => {
  const round = await watched(c)
  const days = (await planOf(c.var.app.db, round.id)) ?? usualDays(round)
  return planPage(c, freshForm({ days: days.join(', ') }))
})

office.post('/rounds/:code/weeks/plan', async (c) => {
  const { app, actor } = c.var
  const form = await readForm(c, planForm)
  if (!form.ok) return planPage(c, returnedForm(form.typed, form.errors))
  const code = c.req.param('code')
  await planCheckIns(app, actor, code, form.value.days)
  return redirectWith(c, weeksPath(code), words(actor.locale)('plan.saved'))
})

async function planPage(c: Context<Env>, form: FormState) {
  const { app, frame } = c.var
  const round = await watched(c)
  const days = (await planOf(app.db, round.id)) ?? usualDays(round)
  return c.html(<PlanPage {...{ frame, round, days, form }} />, statusOf(form))
}

office.post('/rounds/:code/weeks/export', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const code = c.req.param('code').toUpperCase()
  const pairs = await exportStandings(app, actor, code)
  const groupOf = await groupIn(app.db, (await roundByCode(app.db, actor, code)).id)
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', `attachment; filename="weeks-${code}.csv"`)
  return c.body(csvOf(columns, rowsOf(pairs, groupOf)))
})

const columns = ['pairing', 'name', ...groupings, 'standing', 'since', 'contradicts']

const rowsOf = (pairs: readonly PairStanding[], groupOf: (one: MemberStanding, by: Grouping) => string) =>
  pairs.flatMap(({ id, members, contradicts }) =>
    members.map((one) => [
      ...[id, one.name, ...groupings.map((by) => groupOf(one, by))],
      ...[one.standing, one.since?.toISOString() ?? ''],
      contradicts ? 'yes' : 'no',
    ]),
  )

office.get('/rounds/:code/weeks/people/:id', (c) => memberPage(c))

async function memberPage(c: Context<Env>) {
  const { app, actor, frame } = c.var
  const round = await watched(c)
  const { member, partners } = await standingNamed(app.db, round, c.req.param('id') ?? '', app.now())
  if ([member, ...partners].some(({ personId }) => personId === actor.id))
    throw new NotFound('no-such-member')
  const history = await historyOf(app.db, member)
  const beside = (await besideOf(c, round, [member])).get(member.pairingId) ?? []
  return c.html(<MemberPage {...{ frame, round, zone: actor.zone, member, partners, history, beside }} />)
}

/** What other features say of some pairings, by their ids. */
async function besideOf(c: Context<Env>, { code }: Round, members: readonly MemberStanding[]) {
  const { app, actor, features } = c.var
  const all = await Promise.all(
    features.flatMap(({ besidePairs }) => besidePairs?.(app.db, actor, { code, members }) ?? []),
  )
  const links = all.flatMap((one) => [...one])
  return new Map(
    [...Map.groupBy(links, ([id]) => id)].map(([id, ofOne]) => [id, ofOne.flatMap(([, some]) => some)]),
  )
}

office.get(`/rounds/:code/weeks/:standing{(?:${[...standings, 'contradict'].join('|')})}`, async (c) => {
  const { app, actor, frame } = c.var
  const round = await watched(c)
  const standing = c.req.param('standing') as Standing | 'contradict'
  const only = onlyAsked(c.req.query('by'), c.req.query('of'))
  const everybody = listedOf(ofOthers(await standingsOf(app.db, round, app.now()), actor), standing)
  const groupOf = only && (await groupIn(app.db, round.id))
  const all = groupOf ? everybody.filter(({ member }) => groupOf(member, only.by) === only.of) : everybody
  const list = listPage(all, pageAsked(c.req.query('page')), 50)
  const beside = await besideOf(
    c,
    round,
    list.shown.map(({ member }) => member),
  )
  return c.html(<StandingPage {...{ frame, round, standing, list, only, beside }} zone={actor.zone} />)
})

/** An address that names no group that we know shows everybody. */
function onlyAsked(by = '', of = ''): Only | null {
  const grouping = groupings.find((one) => one === by)
  return grouping ? { by: grouping, of } : null
}

/** Everybody who stands so, with their partners, the longest first. */
const listedOf = (pairs: readonly PairStanding[], standing: Standing | 'contradict'): Listed[] =>
  pairs
    .flatMap(({ members, contradicts }) =>
      members
        .filter((one) => (standing === 'contradict' ? contradicts : one.standing === standing))
        .map((member) => ({ member, partners: members.filter((one) => one !== member) })),
    )
    .toSorted((a, b) => (a.member.since?.getTime() ?? 0) - (b.member.since?.getTime() ?? 0))
