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
import { allow } from '../../../platform/refusals.ts'
import { errorWords } from '../../../platform/say.ts'
import { freePeople } from '../../pairings/index.ts'
import { type Env, router } from '../../people/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import { isOpen } from '../actions/answering.ts'
import { exportStandings, noteMember, nudge, planCheckIns } from '../actions/watching.ts'
import { type Standing, standings, usualDays } from '../checkin.ts'
import { nudgeEmail } from '../emails.ts'
import { MemberPage } from '../pages/member.tsx'
import { PlanPage } from '../pages/plan.tsx'
import { type Listed, StandingPage } from '../pages/standing.tsx'
import { WeeksPage } from '../pages/weeks.tsx'
import { memberPath, weeksPath } from '../paths.ts'
import { mayWatchRounds } from '../policy.ts'
import { askedById } from '../queries/asked.ts'
import { historyOf, type PairStanding, planOf, standingNamed, standingsOf } from '../queries/standings.ts'
import { noteForm, planForm } from '../schema.ts'
import { words } from '../words.ts'

export const office = router()

/** The round of the address, for anyone who may watch it. */
async function watched(c: Context<Env>) {
  const { app, actor } = c.var
  allow(mayWatchRounds(actor))
  return roundByCode(app.db, actor, c.req.param('code') ?? '')
}

office.get('/rounds/:code/weeks', async (c) => {
  const { app, frame } = c.var
  const round = await watched(c)
  const pairs = await standingsOf(app.db, round, app.now())
  const free = round.releasedAt ? (await freePeople(app.db, round)).length : 0
  const days = (await planOf(app.db, round.id)) ?? usualDays(round)
  return c.html(<WeeksPage {...{ frame, round, pairs, free, days }} />)
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
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', `attachment; filename="weeks-${code}.csv"`)
  return c.body(csvOf(['pairing', 'name', 'country', 'standing', 'since', 'contradicts'], rowsOf(pairs)))
})

const rowsOf = (pairs: readonly PairStanding[]) =>
  pairs.flatMap(({ id, members, contradicts }) =>
    members.map((one) => [
      ...[id, one.name, one.country, one.standing, one.since?.toISOString() ?? ''],
      contradicts ? 'yes' : 'no',
    ]),
  )

office.get('/rounds/:code/weeks/people/:id', (c) => memberPage(c))

office.post('/rounds/:code/weeks/people/:id/nudge', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const { code, id } = c.req.param()
  await nudge(app, actor, code, id)
  return redirectWith(c, memberPath(code, id), words(actor.locale)('nudge.sent'))
})

office.post('/rounds/:code/weeks/people/:id/note', async (c) => {
  const { app, actor, frame } = c.var
  const form = await readForm(c, noteForm)
  if (!form.ok) {
    const error = errorWords(words, frame.locale)(form.errors.body ?? 'not-understood')
    return memberPage(c, { body: String(form.typed.body ?? ''), error })
  }
  const { code, id } = c.req.param()
  await noteMember(app, actor, code, { id, ...form.value })
  return redirectWith(c, memberPath(code, id), words(actor.locale)('note.kept'))
})

async function memberPage(c: Context<Env>, again?: { body: string; error: string }) {
  const { app, actor, frame, network } = c.var
  const round = await watched(c)
  const { member, partners } = await standingNamed(app.db, round, c.req.param('id') ?? '', app.now())
  const history = await historyOf(app.db, member)
  const [last] = history.asked
  const asked = last && last.nudgedAt === null ? await askedById(app.db, last.id) : null
  const mayAsk = asked !== null && isOpen(asked, round, app.now())
  const ready = mayAsk ? nudgeEmail(asked, { app, round, network }) : null
  const props = { frame, round, zone: actor.zone, member, partners, history, ready, again }
  return c.html(<MemberPage {...props} />, again ? 422 : 200)
}

office.get(`/rounds/:code/weeks/:standing{${[...standings, 'contradict'].join('|')}}`, async (c) => {
  const { app, actor, frame } = c.var
  const round = await watched(c)
  const standing = c.req.param('standing') as Standing | 'contradict'
  const all = listedOf(await standingsOf(app.db, round, app.now()), standing)
  const list = listPage(all, pageAsked(c.req.query('page')), 50)
  return c.html(<StandingPage {...{ frame, round, standing, list }} zone={actor.zone} />)
})

/** Everybody who stands so, with their partners, the longest first. */
const listedOf = (pairs: readonly PairStanding[], standing: Standing | 'contradict'): Listed[] =>
  pairs
    .flatMap(({ members, contradicts }) =>
      members
        .filter((one) => (standing === 'contradict' ? contradicts : one.standing === standing))
        .map((member) => ({ member, partners: members.filter((one) => one !== member) })),
    )
    .toSorted((a, b) => (a.member.since?.getTime() ?? 0) - (b.member.since?.getTime() ?? 0))
