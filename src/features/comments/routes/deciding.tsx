import type { Context } from 'hono'
import { redirectWith } from '../../../platform/flash.ts'
import { readPlainForm } from '../../../platform/forms.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { type Env, router } from '../../people/index.ts'
import { decideComments } from '../actions/moderating.ts'
import { type Decision, decisions } from '../comment.ts'
import { DecidePage } from '../pages/decide.tsx'
import { decidePath } from '../paths.ts'
import { readDecidingToken } from '../policy.ts'
import { decidingEditor, mailedComment } from '../queries/deciding.ts'
import { decideOneForm } from '../schema.ts'
import { words } from '../words.ts'

/** Deciding about one comment by the link of an editor's email. A link that a program follows changes nothing. */
export const decidingRoutes = router()

const door = `/comments/decide/:token/:decision{${decisions.join('|')}}`

decidingRoutes.get(door, async (c) => {
  const { token, decision, comment } = await asked(c)
  return c.html(<DecidePage frame={c.var.frame} {...{ token, decision, comment }} />)
})

decidingRoutes.post(door, async (c) => {
  const { app, frame } = c.var
  const { token, decision, comment, editor } = await asked(c)
  const { revision } = await readPlainForm(c, decideOneForm)
  const { left } = await decideComments(app, editor, [{ number: comment.number, revision }], decision)
  const t = words(frame.locale)
  return left > 0
    ? redirectWith(c, decidePath(token, decision), t('decided.left', { count: left }), 'warning')
    : redirectWith(c, decidePath(token, decision), t(`decided.${decision}`, { count: 1 }))
})

/** @throws NotFound `no-such-comment` for a link that is not ours, too old, or of who is no editor any more */
async function asked(c: Context<Env>) {
  const { app } = c.var
  const token = c.req.param('token') ?? ''
  const said = readDecidingToken(app, token)
  if (said === null) throw new NotFound('no-such-comment')
  const editor = await decidingEditor(app.db, app.now(), said.personId)
  const comment = await mailedComment(app.db, app.now(), said.commentId)
  return { token, decision: c.req.param('decision') as Decision, comment, editor }
}
