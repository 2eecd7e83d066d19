import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { type FormState, freshForm, readForm as read, statusOf, typedIn } from '../../../platform/forms.ts'
import { Conflict, NotFound } from '../../../platform/refusals.ts'
import { networkOf } from '../../../platform/sign-in/index.ts'
import { isSigned, signed } from '../../../platform/signed.ts'
import { shownPage } from '../../pages/index.ts'
import { type Env, router } from '../../people/index.ts'
import { type NewContribution, sendContribution } from '../actions/sending.ts'
import { isKind, type Kind, wasRead } from '../contribution.ts'
import { CheckPage } from '../pages/check.tsx'
import { ChoosePage } from '../pages/choose.tsx'
import { WritePage } from '../pages/write.tsx'
import { heldPicturePath, ownPath } from '../paths.ts'
import { readPictureToken } from '../policy.ts'
import { heldPicture, heldSize } from '../queries/pictures.ts'
import { ruleOf } from '../queries/rule.ts'
import { readForm, typedForm } from '../schema.ts'
import { comeBack, type HeldPicture, heldIn, pictureErrors, writtenIn } from './forms.ts'

/** Offering a text: the choice, the form, the text once more, and the sending of it. None of these pages is kept by anyone. */
export const contributingRoutes = router()

contributingRoutes.get('/contribute', async (c) => {
  const { app, frame } = c.var
  return c.html(<ChoosePage {...{ frame }} rule={await ruleOf(app.db)} />)
})

contributingRoutes.get('/contribute/pictures/:token', async (c) => {
  const id = readPictureToken(c.var.app, c.req.param('token'))
  if (id === null) throw new NotFound('no-such-picture')
  return sentPicture(c, id)
})

contributingRoutes.get('/contribute/:kind', async (c) => {
  const kind = kindIn(c)
  const { actor, network } = c.var
  const language = network.locales.find((one) => one === actor.locale) ?? network.locales[0]
  return writePage(c, kind, freshForm({ name: actor.name, language }), nothing)
})

contributingRoutes.post('/contribute/:kind', async (c) => {
  const kind = kindIn(c)
  await openRule(c)
  const typed = await typedIn(c)
  const picture = await heldIn(c, typed)
  const form = await read(c, typedForm(askedOf(c, kind)))
  const errors = { ...(form.ok ? {} : form.errors), ...pictureErrors(kind, picture, typed) }
  if (!form.ok || Object.keys(errors).length > 0)
    return writePage(c, kind, comeBack(typed, errors, picture), picture)
  const contribution = { kind, ...writtenIn(kind, form.value, picture.id), email: emailIn(c, form.value) }
  return checkPage(c, { contribution, picture, again: null })
})

/** Back to the form, as it was typed. */
contributingRoutes.post('/contribute/:kind/again', async (c) => {
  const { at: _at, proof: _proof, ...typed } = await typedIn(c)
  const picture = await heldIn(c, typed)
  return writePage(c, kindIn(c), comeBack(typed, {}, picture), picture)
})

contributingRoutes.post('/contribute/:kind/send', async (c) => {
  const { app, actor, frame } = c.var
  const kind = kindIn(c)
  const rule = await openRule(c)
  const { at: _at, proof: _proof, ...typed } = await typedIn(c)
  const picture = await heldIn(c, typed)
  const form = await read(c, readForm(askedOf(c, kind)))
  const errors = { ...(form.ok ? {} : form.errors), ...pictureErrors(kind, picture, typed) }
  if (!form.ok || Object.keys(errors).length > 0)
    return writePage(c, kind, comeBack(typed, errors, picture), picture)
  const contribution = { kind, ...writtenIn(kind, form.value, picture.id), email: emailIn(c, form.value) }
  const said = saidOf(contribution, form.value.at)
  const isOurs = isSigned(app, 'contribution', said, form.value.proof)
  if (!isOurs || !wasRead(new Date(Number(form.value.at)), app.now()))
    return checkPage(c, { contribution, picture, again: isOurs ? 'quick' : 'old' })
  const guidelines = await guidelinesOf(c)
  const secret = await sendContribution(app, actor, contribution, {
    ...{
      network: networkOf(c, app.config.trustedProxies),
      locale: frame.locale,
    },
    ...{ once: said, licence: rule.licence, guidelines: `${guidelines.locale}/${guidelines.number}` },
  })
  return c.redirect(ownPath(secret), 303)
})

/** @throws NotFound `not-found` for anything but a kind */
function kindIn(c: Context<Env>): Kind {
  const kind = c.req.param('kind')
  if (!isKind(kind)) throw new NotFound('no-such-contribution')
  return kind
}

/** @throws Conflict `contributions-closed` */
async function openRule(c: Context<Env>) {
  const rule = await ruleOf(c.var.app.db)
  if (rule.closedAt !== null) throw new Conflict('contributions-closed')
  return rule
}

const askedOf = ({ var: { actor, network } }: Context<Env>, kind: Kind) => ({
  ...{ kind, isMember: actor.id !== null, languages: network.locales },
})

const emailIn = ({ var: { actor } }: Context<Env>, form: object): string =>
  actor.email ?? ('email' in form ? String(form.email) : '')

const guidelinesOf = (c: Context<Env>) =>
  shownPage(c.var.app, 'guidelines', { network: c.var.network, locale: c.var.actor.locale })

const nothing: HeldPicture = { id: null, key: '' }

async function writePage(c: Context<Env>, kind: Kind, form: FormState, { id, key }: HeldPicture) {
  const { app, actor, frame, network } = c.var
  const rule = await ruleOf(app.db)
  if (rule.closedAt !== null) return c.html(<ChoosePage {...{ frame, rule }} />)
  const size = await heldSize(app.db, id)
  const picture = size && { ...size, src: heldPicturePath(key) }
  const page = (
    <WritePage
      {...{ frame, kind, form, rule, picture }}
      languages={network.locales}
      isMember={actor.id !== null}
    />
  )
  return c.html(page, statusOf(form))
}

type Checking = { contribution: NewContribution; picture: HeldPicture; again: 'quick' | 'old' | null }

async function checkPage(c: Context<Env>, { contribution, picture, again }: Checking) {
  const { app, actor, frame } = c.var
  const typed = await typedIn(c)
  const at = String(app.now().getTime())
  const hidden = Object.fromEntries(
    Object.entries({ ...typed, pictureKey: picture.key }).filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === 'string' && !['website', 'picture', 'at', 'proof'].includes(entry[0]),
    ),
  )
  const proof = signed(app, 'contribution', saidOf(contribution, at))
  const size = await heldSize(app.db, picture.id)
  const shown = size && { ...size, src: heldPicturePath(picture.key) }
  const page = (
    <CheckPage
      {...{ frame, contribution, again }}
      hidden={{ ...hidden, at, proof }}
      picture={shown}
      rule={await ruleOf(app.db)}
      email={actor.email ?? contribution.email}
    />
  )
  return c.html(page, again ? 422 : 200)
}

/** What the page on which it is read once more vouches for: all of it, and when it was made. */
const saidOf = (contribution: NewContribution, at: string): string =>
  `${at} ${createHash('sha256').update(JSON.stringify(contribution)).digest('base64url')}`

/** Sends a picture that is not public to whoever may see it. */
export async function sentPicture(c: Context<Env>, id: string) {
  const bytes = await heldPicture(c.var.app.db, id)
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': 'image/webp',
    'Content-Disposition': 'inline',
    'Cache-Control': 'private, max-age=3600',
  })
}
