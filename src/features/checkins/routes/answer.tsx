import type { Context } from 'hono'
import { redirectWith } from '../../../platform/flash.ts'
import { readForm } from '../../../platform/forms.ts'
import { isUuid } from '../../../platform/ids.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { errorWords } from '../../../platform/say.ts'
import { type Env, router } from '../../people/index.ts'
import { roundById } from '../../rounds/index.ts'
import { answerCheckIn, isOpen } from '../actions/answering.ts'
import { answers, type Choice } from '../checkin.ts'
import { AnswerPage, CheckInPage } from '../pages/answer.tsx'
import { emailedPath, ownCheckInPath } from '../paths.ts'
import { readCheckInToken } from '../policy.ts'
import { askedById } from '../queries/asked.ts'
import { answerForm } from '../schema.ts'
import { words } from '../words.ts'

/**
 * Answering a check-in, by the link of its email or signed in. Pages of both show the same; a link that a program follows
 * changes nothing.
 */
export const answerRoutes = router()

const oneAnswer = `:answer{${answers.join('|')}}`

for (const door of ['/check-in/:token', '/me/check-in/:id'] as const) {
  answerRoutes.get(door, async (c) => c.html(<CheckInPage {...(await shown(c))} />))
  answerRoutes.get(`${door}/${oneAnswer}`, async (c) => answerPage(c, c.req.param('answer') as Choice))
  answerRoutes.post(`${door}/answer`, async (c) => give(c))
}

type Found = { id: string; base: string; personId: string | null; way: 'link' | 'page' }

/** Which check-in it is, and who says so. @throws NotFound `no-such-check-in` */
function found(c: Context<Env>): Found {
  const { app, actor } = c.var
  // The address may hold a key: no page it leads to is told.
  c.header('Referrer-Policy', 'no-referrer')
  const token = c.req.param('token')
  if (token === undefined) {
    const id = c.req.param('id') ?? ''
    if (!isUuid(id)) throw new NotFound('no-such-check-in')
    return { id, base: ownCheckInPath(id), personId: actor.id, way: 'page' }
  }
  const id = readCheckInToken(app, token)
  if (id === null) throw new NotFound('no-such-check-in')
  return { id, base: emailedPath(token), personId: null, way: 'link' }
}

async function shown(c: Context<Env>) {
  const { app, frame, network: speaker } = c.var
  const { id, base, personId } = found(c)
  const asked = await askedById(app.db, id)
  if (personId !== null && asked.personId !== personId) throw new NotFound('no-such-check-in')
  const round = await roundById(app.db, asked.roundId)
  return { frame, speaker, asked, round, base, isOpen: isOpen(asked, round, app.now()) }
}

async function answerPage(c: Context<Env>, answer: Choice, again?: { error: string; typed: string }) {
  const props = await shown(c)
  if (!props.isOpen) return c.html(<CheckInPage {...props} />)
  return c.html(<AnswerPage {...props} {...again} answer={answer} />, again ? 422 : 200)
}

async function give(c: Context<Env>) {
  const { app, frame } = c.var
  const { id, base, personId, way } = found(c)
  const form = await readForm(c, answerForm)
  if (!form.ok) {
    const error = errorWords(words, frame.locale)(Object.values(form.errors)[0] ?? 'not-understood')
    return answerPage(c, 'help', { error, typed: String(form.typed.words ?? '') })
  }
  await answerCheckIn(app, { id, personId }, { ...form.value, way })
  return redirectWith(c, base, words(frame.locale)('thanks'))
}
