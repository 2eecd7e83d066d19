import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { redirectWith } from '../../../platform/flash.ts'
import { freshForm, returnedForm, type Typed, typedIn } from '../../../platform/forms.ts'
import { Conflict, TooLarge, Unacceptable } from '../../../platform/refusals.ts'
import { shownPage } from '../../pages/index.ts'
import { type Env, router } from '../../people/index.ts'
import type { Round } from '../../rounds/index.ts'
import { type SavedPage, savePage } from '../actions/saving.ts'
import { sendApplication } from '../actions/sending.ts'
import {
  type FormPage,
  formPages,
  isTooLong,
  pagesOf,
  type Saved,
  textIn,
  unsaved,
  type Values,
} from '../draft.ts'
import { CheckPage } from '../pages/check.tsx'
import { ApplyPage } from '../pages/form.tsx'
import { checkPath, formPath, laterPath, sentPath, withVia } from '../paths.ts'
import type { BlankForm } from '../queries/form.ts'
import {
  emptyOn,
  errorsOn,
  firstUnfinished,
  namesOn,
  sendForm,
  travelling,
  travellingNames,
  unfinishedPages,
  valuesOn,
} from '../schema.ts'
import { codeFrom } from '../short-address.ts'
import { words } from '../words.ts'
import { closed, isOpen } from './closed.tsx'
import { askerOf, deviceOf, keepSecret } from './device.ts'
import { formOf, type Opened, openForm, openFormOf, wasDenied } from './open.ts'

export const formRoutes = router()

/** Any page of the form, in the pattern of an address. */
const anyPage = `:page{(?:${formPages.join('|')})}` as const

/** Goes to where one left off; to what became of it, once it was sent. */
formRoutes.get('/rounds/:code/apply', async (c) => {
  const opened = await openForm(c)
  const { round, sent, values, questions } = opened
  if (sent || wasDenied(c, opened)) return c.redirect(sentPath(round.code), 303)
  if (!isOpen(c, round)) return closed(c, opened)
  const first = firstUnfinished(values, questions)
  const via = codeFrom(c.req.query('via'))
  return c.redirect(first ? withVia(formPath(round.code, first), via) : checkPath(round.code), 303)
})

formRoutes.get('/rounds/:code/apply/check', async (c) => {
  const opened = await openForm(c)
  return isOpen(c, opened.round) ? checkPage(c, opened, freshForm()) : closed(c, opened)
})

formRoutes.post('/rounds/:code/apply/send', async (c) => {
  const { app, actor } = c.var
  const opened = await openForm(c)
  const { round } = opened
  const typed = await typedIn(c)
  const agreed = sendForm.safeParse(typed)
  if (!agreed.success) return checkPage(c, opened, returnedForm(typed, { acceptsCode: 'must-accept' }))
  if (!isOpen(c, round)) return closed(c, opened)
  // A page of it was emptied in another window meanwhile.
  if (firstUnfinished(opened.values, opened.questions)) return c.redirect(checkPath(round.code), 303)
  const secret = await sendApplication(app, askerOf(c), round, agreed.data.acceptsCode[0]).catch(codeChanged)
  if (secret === changed) return checkPage(c, opened, returnedForm({}, { acceptsCode: 'conduct-changed' }))
  keepSecret(c, round, { ...deviceOf(c), secret })
  return redirectWith(c, sentPath(round.code), words(actor.locale)('sent.done'))
})

const changed = Symbol('the code of conduct was changed')

/** Who had another code of conduct before them reads the one of now, and accepts that. */
function codeChanged(error: unknown): typeof changed {
  if (error instanceof Conflict && error.code === 'conduct-changed') return changed
  throw error
}

formRoutes.get(`/rounds/:code/apply/${anyPage}`, async (c) => {
  const page = c.req.param('page') as FormPage
  const opened = await openForm(c)
  if (!isOpen(c, opened.round)) return closed(c, opened)
  if (!pagesOf(opened.questions).includes(page)) return c.redirect(checkPath(opened.round.code), 303)
  return c.html(pageOf(c, opened, { page, values: opened.values, errors: {} }))
})

/** Saves what was typed, finished or not; then says what is wrong, or goes on. A script asks for JSON. */
formRoutes.post(`/rounds/:code/apply/${anyPage}/save`, async (c) => {
  const page = c.req.param('page') as FormPage
  const form = await formOf(c)
  const came = cameIn(page, await typedIn(c), form.questions)
  return isScript(c) ? saveForScript(c, page, form.round, came) : saveAndGoOn(c, page, form, came)
})

/** A script is told no more than how the save went: the page it is on shows the rest. */
async function saveForScript(c: Context<Env>, page: FormPage, round: Round, { typed, saved, via }: CameIn) {
  if (isTooLong(typed)) throw new TooLarge('too-large')
  const device = deviceOf(c)
  const asker = { ...askerOf(c), via: codeFrom(via) }
  const done = await savePage(c.var.app, asker, round, { ...saved, page, typed })
  keepSecret(c, round, { ...device, secret: done.secret ?? device.secret })
  return c.json(answerOf(done), done.theirs ? 409 : 200)
}

async function saveAndGoOn(c: Context<Env>, page: FormPage, form: BlankForm, came: CameIn) {
  const { typed, saved, go, via, isOwn } = came
  const { round, questions } = form
  const opened = await openFormOf(c, form)
  if (isTooLong(typed))
    return c.html(pageOf(c, opened, tooLong(page, { ...opened.values, ...typed }, questions)), 422)
  const device = { ...deviceOf(c), ...(page === 'you' ? { isOwn } : {}) }
  const asker = { ...askerOf(c), via: codeFrom(via) }
  const done = await savePage(c.var.app, asker, round, { ...saved, page, typed }, opened.draft)
  keepSecret(c, round, { ...device, secret: done.secret ?? device.secret })
  if (!isOpen(c, round)) return closed(c, opened, true)
  if (go === 'later' && !done.theirs) return c.redirect(laterPath(round.code), 303)
  const values = { ...opened.values, ...typed, ...emailOf(c) }
  return afterSaving(c, opened, done, { page, values, via, saved: { ...saved, rev: done.rev } })
}

const isScript = (c: Context<Env>) => c.req.header('Accept') === 'application/json'

/** The page again where another device had saved it or something is wrong, else the next one. */
function afterSaving(c: Context<Env>, opened: Opened, { theirs }: SavedPage, again: Omit<Shown, 'errors'>) {
  if (theirs) return c.html(pageOf(c, opened, { ...again, errors: {}, theirs }), 409)
  const errors = errorsOn(again.page, again.values, opened.questions)
  if (Object.keys(errors).length > 0) return c.html(pageOf(c, opened, { ...again, errors }), 422)
  return c.redirect(nextPath(opened, again.values), 303)
}

/** Shown again as it came, with its longest answer to be made shorter: nothing is saved, and nothing cut. */
function tooLong(page: FormPage, values: Values, questions: Opened['questions']): Shown {
  const [longest = ''] = namesOn(page, questions).toSorted(
    (a, b) => textIn(values, b).length - textIn(values, a).length,
  )
  return { page, values, errors: { [longest]: 'too-long' } }
}

const answerOf = ({ rev, theirs }: SavedPage) => (theirs ? { rev, conflict: true } : { rev })

/** The first page on which something is missing still; at the end, the one from which all is sent. */
function nextPath({ round, questions }: Opened, values: Values): string {
  const next = firstUnfinished(values, questions)
  return next ? formPath(round.code, next) : checkPath(round.code)
}

type CameIn = ReturnType<typeof cameIn>

/** What came with a page. @throws Unacceptable `unknown-field` */
function cameIn(page: FormPage, all: Typed, questions: Opened['questions']) {
  const known: readonly string[] = [...namesOn(page, questions), ...travellingNames]
  // A question that the office took away meanwhile was asked in good faith.
  const isKnown = (name: string) => known.includes(name) || (page === 'more' && name.startsWith('q-'))
  if (!Object.keys(all).every(isKnown) || Object.values(all).some((one) => one instanceof File))
    throw new Unacceptable('unknown-field')
  const { go, via, ...saved } = travelling.parse(all)
  return {
    typed: { ...emptyOn(page, questions), ...valuesOn(page, all as Values, questions) },
    saved,
    go,
    via,
    isOwn: all.device !== undefined,
  }
}

const emailOf = (c: Context<Env>): Values => (c.var.actor.email === null ? {} : { email: c.var.actor.email })

type Shown = {
  page: FormPage
  values: Values
  errors: Record<string, string>
  saved?: Saved
  theirs?: Values
  via?: string
}

function pageOf(c: Context<Env>, { round, draft, questions, former }: Opened, shown: Shown) {
  const saved = draft?.pages[shown.page] ?? unsaved
  return (
    <ApplyPage
      frame={c.var.frame}
      round={round}
      questions={questions}
      former={former}
      saved={{ rev: saved.rev, writer: randomBytes(9).toString('base64url'), seq: 0 }}
      isSignedIn={c.var.actor.id !== null}
      isOwnDevice={deviceOf(c).isOwn}
      via={codeFrom(shown.via ?? c.req.query('via'))}
      {...shown}
    />
  )
}

async function checkPage(
  c: Context<Env>,
  { round, zone, values, questions, former, from, sent }: Opened,
  form: ReturnType<typeof freshForm>,
) {
  const { app, actor, frame, network } = c.var
  const conduct = await shownPage(app, 'code-of-conduct', { network, locale: actor.locale, firstHeading: 3 })
  return c.html(
    <CheckPage
      {...{ frame, round, zone, values, questions, former, form, conduct }}
      unfinished={unfinishedPages(values, questions)}
      isSent={sent !== null && sent.application.state !== 'taken-back'}
      isAgain={from === 'last-round'}
    />,
    Object.keys(form.errors).length > 0 ? 422 : 200,
  )
}
