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
  typedIn,
} from '../../../platform/forms.ts'
import { Conflict, NotFound } from '../../../platform/refusals.ts'
import { type Env, router } from '../../people/index.ts'
import { agreeToText, wishForText } from '../actions/agreeing.ts'
import { openByToken } from '../actions/keys.ts'
import { changeContribution, takeContributionBack } from '../actions/own.ts'
import { mayBeChanged } from '../contribution.ts'
import { ChangePage } from '../pages/change.tsx'
import { OwnPage } from '../pages/own.tsx'
import { ReadPage } from '../pages/read.tsx'
import { heldPicturePath, ownPath, ownPicturePath } from '../paths.ts'
import { pictureToken } from '../policy.ts'
import { type Contribution, ownContribution, wordsOn } from '../queries/contributions.ts'
import { comparedTexts, madeText } from '../queries/made.ts'
import { heldSize } from '../queries/pictures.ts'
import { ruleOf } from '../queries/rule.ts'
import { agreeForm, changeForm, openForm, wishForm } from '../schema.ts'
import { words } from '../words.ts'
import { sentPicture } from './contributing.tsx'
import { comeBack, type HeldPicture, heldIn, pictureErrors, valuesOf, writtenIn } from './forms.ts'

/** What its author sees and does of a contribution, by an address that only they have. */
export const ownRoutes = router()

// The address holds a key: no page it leads to is told.
for (const keyed of ['/contributions/:secret', '/contributions/:secret/*'])
  ownRoutes.use(keyed, async (c, next) => {
    c.header('Referrer-Policy', 'no-referrer')
    await next()
  })

ownRoutes.post('/contributions/open', async (c) => {
  const { key } = await readPlainForm(c, openForm)
  return c.redirect(ownPath(await openByToken(c.var.app, key)), 303)
})

ownRoutes.get('/contributions/:secret', (c) => ownPage(c, freshForm()))

async function ownPage(c: Context<Env>, form: FormState) {
  const { app, frame } = c.var
  const secret = secretIn(c)
  const contribution = await ownContribution(app.db, secret)
  const [said, rule, compared] = await Promise.all([
    wordsOn(app.db, contribution.id, 'author'),
    ruleOf(app.db),
    comparedTexts(app.db, contribution.post),
  ])
  const picture = contribution.picture && { ...contribution.picture, src: ownPicturePath(secret) }
  const now = app.now()
  const page = { frame, secret, contribution, picture, rule, now, compared, form }
  return c.html(<OwnPage {...page} words={said} />, statusOf(form))
}

ownRoutes.get('/contributions/:secret/picture', async (c) => {
  const { pictureId } = await ownContribution(c.var.app.db, secretIn(c))
  if (pictureId === null) throw new NotFound('no-such-picture')
  return sentPicture(c, pictureId)
})

ownRoutes.get('/contributions/:secret/change', async (c) => {
  const contribution = await changeable(c)
  const { pictureId } = contribution
  const key = pictureId === null ? '' : pictureToken(c.var.app, pictureId)
  const values = { ...valuesOf(contribution), pictureKey: key, permission: pictureId === null ? '' : 'yes' }
  return changePage(c, contribution, freshForm(values), { id: pictureId, key })
})

ownRoutes.post('/contributions/:secret/change', async (c) => {
  const { app, frame, network } = c.var
  const contribution = await changeable(c)
  const { kind } = contribution
  const typed = await typedIn(c)
  const picture = await heldIn(c, typed)
  const form = await readForm(c, changeForm({ kind, languages: network.locales }))
  const errors = { ...(form.ok ? {} : form.errors), ...pictureErrors(kind, picture, typed) }
  if (!form.ok || Object.keys(errors).length > 0)
    return changePage(c, contribution, comeBack(typed, errors, picture), picture)
  const { revision, word } = form.value
  const written = writtenIn(kind, form.value, picture.id)
  try {
    await changeContribution(app, secretIn(c), { written, revision, word })
  } catch (error) {
    if (!(error instanceof Conflict) || error.code !== 'contribution-changed') throw error
    const first = kind === 'postcard' ? 'answer1' : 'title'
    return changePage(c, contribution, comeBack(typed, { [first]: 'contribution-changed' }, picture), picture)
  }
  return redirectWith(c, ownPath(secretIn(c)), words(frame.locale)('own.changed'))
})

ownRoutes.get('/contributions/:secret/read', async (c) => {
  const { app, frame } = c.var
  const secret = secretIn(c)
  const made = await madeText(app.db, await ownContribution(app.db, secret), app.now())
  if (!made) throw new NotFound('no-such-contribution')
  return c.html(<ReadPage {...{ frame, secret }} {...made} />)
})

ownRoutes.post('/contributions/:secret/agree', async (c) => {
  const { revision } = await readPlainForm(c, agreeForm)
  await agreeToText(c.var.app, secretIn(c), revision)
  return redirectWith(c, ownPath(secretIn(c)), words(c.var.frame.locale)('own.agreed.done'))
})

ownRoutes.post('/contributions/:secret/wish', async (c) => {
  const form = await readForm(c, wishForm)
  if (!form.ok) return ownPage(c, returnedForm(form.typed, form.errors))
  await wishForText(c.var.app, secretIn(c), { revision: form.value.revision, word: form.value.wish })
  return redirectWith(c, ownPath(secretIn(c)), words(c.var.frame.locale)('own.wished'))
})

ownRoutes.post('/contributions/:secret/take-back', async (c) => {
  await readButton(c)
  await takeContributionBack(c.var.app, secretIn(c))
  return redirectWith(c, ownPath(secretIn(c)), words(c.var.frame.locale)('own.taken-back'))
})

const secretIn = (c: Context<Env>) => c.req.param('secret') ?? ''

/** @throws Conflict `contribution-taken-up` */
async function changeable(c: Context<Env>): Promise<Contribution> {
  const contribution = await ownContribution(c.var.app.db, secretIn(c))
  if (!mayBeChanged(contribution.stage)) throw new Conflict('contribution-taken-up')
  return contribution
}

async function changePage(c: Context<Env>, contribution: Contribution, form: FormState, held: HeldPicture) {
  const { app, frame, network } = c.var
  const size = await heldSize(app.db, held.id)
  const picture = size && { ...size, src: heldPicturePath(held.key) }
  const secret = secretIn(c)
  const page = <ChangePage {...{ frame, secret, contribution, form, picture }} languages={network.locales} />
  return c.html(page, statusOf(form))
}
