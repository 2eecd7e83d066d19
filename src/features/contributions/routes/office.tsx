import type { Context } from 'hono'
import { redirectWith } from '../../../platform/flash.ts'
import {
  type FormState,
  freshForm,
  readButton,
  readForm,
  readPlainForm,
  returnedForm,
  statusOf,
} from '../../../platform/forms.ts'
import { allow, NotFound } from '../../../platform/refusals.ts'
import { type Env, inCharge, router } from '../../people/index.ts'
import { officePostPath } from '../../posts/index.ts'
import { reflectionsForBlog } from '../../reflections/index.ts'
import { inHandFirst, phaseOf, roundsFor } from '../../rounds/index.ts'
import { askForAgreement, waiveAgreement } from '../actions/agreeing.ts'
import {
  acceptContribution,
  askForChanges,
  claimContribution,
  declineContribution,
  handContribution,
  noteOnContribution,
} from '../actions/deciding.ts'
import { setContributionRule } from '../actions/rule.ts'
import { OfficeContributionPage } from '../pages/office/contribution.tsx'
import { QueuePage } from '../pages/office/queue.tsx'
import { RulePage } from '../pages/office/rule.tsx'
import { contributionPath, officePicturePath, rulePath } from '../paths.ts'
import { mayEditContributions, mayWaiveAgreement } from '../policy.ts'
import {
  type Contribution,
  contributionOnDesk,
  contributionsIn,
  queueCounts,
  queueParts,
  wordsOn,
} from '../queries/contributions.ts'
import { ruleOf } from '../queries/rule.ts'
import {
  acceptForm,
  askForm,
  declineForm,
  handForm,
  noteForm,
  proofForm,
  ruleForm,
  waiveForm,
} from '../schema.ts'
import { words } from '../words.ts'
import { sentPicture } from './contributing.tsx'

export const office = router()

office.get('/contributions', async (c) => {
  const { app, actor, frame } = c.var
  allow(mayEditContributions(actor))
  const part = queueParts.find((one) => one === c.req.query('part')) ?? 'waiting'
  const [contributions, counts, rule] = await Promise.all([
    contributionsIn(app.db, actor, part),
    queueCounts(app.db),
    ruleOf(app.db),
  ])
  const reflections = part === 'waiting' ? await reflectionsForBlog(app.db, actor) : []
  const page = { frame, part, contributions, counts, rule, reflections }
  return c.html(<QueuePage {...page} now={app.now()} zone={actor.zone} />)
})

office.get('/contributions/settings', async (c) => {
  allow(mayEditContributions(c.var.actor))
  const { closedAt, licence, answerDays } = await ruleOf(c.var.app.db)
  const taking = closedAt === null ? 'open' : 'closed'
  return showRule(c, freshForm({ taking, licence, answerDays: String(answerDays) }))
})

office.post('/contributions/settings', async (c) => {
  const { app, actor } = c.var
  allow(mayEditContributions(actor))
  const form = await readForm(c, ruleForm)
  if (!form.ok) return showRule(c, returnedForm(form.typed, form.errors))
  const { taking, licence, answerDays } = form.value
  await setContributionRule(app, actor, { isOpen: taking === 'open', licence, answerDays })
  return redirectWith(c, rulePath, words(actor.locale)('rule.saved'))
})

const showRule = (c: Context<Env>, form: FormState) =>
  c.html(<RulePage frame={c.var.frame} form={form} />, statusOf(form))

office.get('/contributions/:id', async (c) => show(c, await contributionIn(c), freshForm()))

office.get('/contributions/:id/picture', async (c) => {
  const { pictureId } = await contributionIn(c)
  if (pictureId === null) throw new NotFound('no-such-picture')
  return sentPicture(c, pictureId)
})

office.post('/contributions/:id/claim', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  await claimContribution(app, actor, idIn(c))
  return redirectWith(c, contributionPath(idIn(c)), words(actor.locale)('done.claimed'))
})

office.post('/contributions/:id/proof', async (c) => {
  const { app, actor } = c.var
  const { seen } = await readPlainForm(c, proofForm)
  await askForAgreement(app, actor, idIn(c), seen)
  return redirectWith(c, contributionPath(idIn(c)), words(actor.locale)('done.proof'))
})

office.post('/contributions/:id/waive', (c) => {
  allow(mayWaiveAgreement(c.var.actor))
  return withForm(c, waiveForm, async ({ because }, { id }) => {
    await waiveAgreement(c.var.app, c.var.actor, id, because)
    return words(c.var.actor.locale)('done.waived')
  })
})

office.post('/contributions/:id/hand-over', (c) =>
  withForm(c, handForm, async ({ owner }, { id }) => {
    await handContribution(c.var.app, c.var.actor, id, owner)
    return words(c.var.actor.locale)(owner === null ? 'done.freed' : 'done.handed')
  }),
)

office.post('/contributions/:id/note', (c) =>
  withForm(c, noteForm, async ({ note }, { id }) => {
    await noteOnContribution(c.var.app, c.var.actor, id, note)
    return words(c.var.actor.locale)('done.noted')
  }),
)

office.post('/contributions/:id/ask', (c) =>
  withForm(c, askForm, async ({ revision, askWord }, { id }) => {
    await askForChanges(c.var.app, c.var.actor, id, { revision, word: askWord })
    return words(c.var.actor.locale)('done.asked')
  }),
)

office.post('/contributions/:id/decline', (c) =>
  withForm(c, declineForm, async ({ revision, declineWord }, { id }) => {
    await declineContribution(c.var.app, c.var.actor, id, { revision, word: declineWord })
    return words(c.var.actor.locale)('done.declined')
  }),
)

office.post('/contributions/:id/accept', async (c) => {
  const { app, actor } = c.var
  const contribution = await contributionIn(c)
  const form = await readForm(c, acceptForm)
  if (!form.ok) return show(c, contribution, returnedForm(form.typed, form.errors))
  const { revision, place, acceptWord } = form.value
  const [code = '', number = ''] = place.split('/')
  const fortnight = number === '' ? null : Number(number)
  const decision = { revision, word: acceptWord, place: { code, fortnight } }
  const postId = await acceptContribution(app, actor, contribution.id, decision)
  return redirectWith(c, officePostPath(postId), words(actor.locale)('done.accepted'))
})

const idIn = (c: Context<Env>) => c.req.param('id') ?? ''
const contributionIn = (c: Context<Env>) => contributionOnDesk(c.var.app.db, c.var.actor, idIn(c))

/** A form on the page of a contribution: the page comes back with what was typed, or says what was done. */
async function withForm<Value>(
  c: Context<Env>,
  schema: Parameters<typeof readForm<Value>>[1],
  act: (value: Value, contribution: Contribution) => Promise<string>,
) {
  const contribution = await contributionIn(c)
  const form = await readForm(c, schema)
  if (!form.ok) return show(c, contribution, returnedForm(form.typed, form.errors))
  return redirectWith(c, contributionPath(contribution.id), await act(form.value, contribution))
}

async function show(c: Context<Env>, contribution: Contribution, form: FormState) {
  const { app, actor, frame } = c.var
  const [said, rule, rounds, { people }] = await Promise.all([
    wordsOn(app.db, contribution.id, 'office'),
    ruleOf(app.db),
    roundsFor(app.db, actor),
    inCharge(app.db, 'editor', app.now()),
  ])
  const picture = contribution.picture && { ...contribution.picture, src: officePicturePath(contribution.id) }
  const now = app.now()
  const page = (
    <OfficeContributionPage
      {...{ frame, contribution, form, rule, picture, now }}
      actor={{ id: actor.id, zone: actor.zone }}
      mayWaive={mayWaiveAgreement(actor)}
      words={said}
      rounds={inHandFirst(rounds, now).filter((round) => phaseOf(round, now) !== 'ended')}
      editors={people}
    />
  )
  return c.html(page, statusOf(form))
}
