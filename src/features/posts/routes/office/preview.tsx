import type { Context } from 'hono'
import { keptCard } from '../../../../platform/card/index.ts'
import { type Email, laidOut } from '../../../../platform/mail/index.ts'
import { cardSign } from '../../../../platform/network/index.ts'
import { NotFound } from '../../../../platform/refusals.ts'
import { signs } from '../../../../ui/index.ts'
import { picturesByIds } from '../../../media/index.ts'
import { type Env, router } from '../../../people/index.ts'
import { postCard, postCardAt } from '../../pages/card.ts'
import { PreviewPage, previews } from '../../pages/office/preview.tsx'
import { type DeskPost, postOnDesk } from '../../queries/desk.ts'
import { picturesOf } from '../../rendered.ts'

export const previewRoutes = router()

/** As if it came out now, where it has no time yet. */
async function postIn(c: Context<Env>): Promise<DeskPost & { publishAt: Date }> {
  const post = await postOnDesk(c.var.app.db, c.var.actor, c.req.param('id') ?? '')
  return { ...post, publishAt: post.publishAt ?? c.var.app.now() }
}

previewRoutes.get('/posts/:id/preview', async (c) => {
  const { app, frame, network } = c.var
  const post = await postIn(c)
  const pictures = await picturesByIds(app.db, picturesOf(post))
  const as = previews.find((one) => one === c.req.query('as')) ?? 'post'
  const [card, email] = [postCardAt(network, post), await emailOf(c, post)]
  return c.html(<PreviewPage {...{ frame, post, pictures, as, card, email }} now={app.now()} />)
})

previewRoutes.get('/posts/:id/preview/card.png', async (c) => {
  const { app, network } = c.var
  const post = await postIn(c)
  const card = postCard(network, post)
  if (card === null) throw new NotFound('not-found')
  const bytes = await keptCard(app.db, `post ${post.id}`, card, () => cardSign(app.db, network, signs))
  return c.body(new Uint8Array(bytes), 200, { 'Content-Type': 'image/png', 'Cache-Control': 'no-store' })
})

previewRoutes.get('/posts/:id/preview/mail', async (c) => {
  const email = await emailOf(c, await postIn(c))
  if (!email) throw new NotFound('not-found')
  return laidOut(c, email)
})

/** As those get it who are told of each post. */
async function emailOf(c: Context<Env>, post: { id: string; publishAt: Date }): Promise<Email | null> {
  const { app, actor, network, features } = c.var
  const [draw] = features.flatMap(({ postMail }) => postMail ?? [])
  return draw ? draw(app, post, { network, locale: actor.locale }) : null
}
