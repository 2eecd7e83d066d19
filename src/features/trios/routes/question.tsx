import type { Context } from 'hono'
import { redirectWith } from '../../../platform/flash.ts'
import { readForm } from '../../../platform/forms.ts'
import { isUuid } from '../../../platform/ids.ts'
import { Conflict, NotFound } from '../../../platform/refusals.ts'
import { type Env, router } from '../../people/index.ts'
import { roundById } from '../../rounds/index.ts'
import { answerTrio } from '../actions/answering.ts'
import { QuestionPage } from '../pages/question.tsx'
import { emailedTrioPath, ownTrioPath } from '../paths.ts'
import { readTrioToken } from '../policy.ts'
import { isOpen, offerAsking } from '../queries/offers.ts'
import { answerForm } from '../schema.ts'
import { words } from '../words.ts'

/** Whether somebody would be one of three, asked by the link of an email or signed in; both show the same. */
export const routes = router()

for (const door of ['/trio/:token', '/me/trio/:id'] as const) {
  routes.get(door, async (c) => questionPage(c))
  routes.post(`${door}/answer`, async (c) => give(c))
}

/** Which question it is, and who says so. @throws NotFound `no-such-trio` */
function found(c: Context<Env>): { id: string; base: string; personId: string | null } {
  const { app, actor } = c.var
  // The address may hold a key: no page it leads to is told.
  c.header('Referrer-Policy', 'no-referrer')
  const token = c.req.param('token')
  const id = token === undefined ? (c.req.param('id') ?? '') : readTrioToken(app, token)
  if (id === null || !isUuid(id) || (token === undefined && actor.id === null))
    throw new NotFound('no-such-trio')
  return token === undefined
    ? { id, base: ownTrioPath(id), personId: actor.id }
    : { id, base: emailedTrioPath(token), personId: null }
}

async function questionPage(c: Context<Env>) {
  const { app, frame, network: speaker } = c.var
  const { id, base, personId } = found(c)
  const { offer, asked } = await offerAsking(app.db, id)
  if (personId !== null && asked.personId !== personId) throw new NotFound('no-such-trio')
  const round = await roundById(app.db, offer.roundId)
  const shown = { frame, speaker, round, offer, asked, base, isOpen: isOpen(offer, app.now()) }
  return c.html(<QuestionPage {...shown} />)
}

async function give(c: Context<Env>) {
  const { app, frame } = c.var
  const { id, base, personId } = found(c)
  const form = await readForm(c, answerForm)
  if (!form.ok) return questionPage(c)
  const t = words(frame.locale)
  try {
    const { outcome } = await answerTrio(app, { id, personId }, form.value.agrees)
    return redirectWith(c, base, t(`done.${outcome ?? 'yes'}`))
  } catch (error) {
    // Meanwhile it was settled: the page says what became of it.
    if (!(error instanceof Conflict)) throw error
    return redirectWith(c, base, t('refusal.trio-settled'))
  }
}
