import type { Context } from 'hono'
import { keptSquare } from '../../../platform/card/index.ts'
import { isUuid } from '../../../platform/ids.ts'
import { ourAccent, ourSigns } from '../../../platform/network/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { signs } from '../../../ui/index.ts'
import { type Env, router } from '../../people/index.ts'
import { listPath } from '../../posts/index.ts'
import { filterOf } from '../channel.ts'
import { channelByHandle, followerCount } from '../queries/channels.ts'
import { channelJson, followersJson } from '../speaking/channel.ts'
import { answerDocument, noteDocument, outboxDocument } from '../speaking/documents.ts'
import { profileOf } from '../speaking/profile.ts'
import { isReader, refuseWhileOff, sendJson } from './answer.ts'

/** The documents of what can be followed, and of what it says; readers are led on to the pages. */
export const documentRoutes = router()

documentRoutes.get('/fediverse/channels/:handle', async (c) => {
  const { app, network } = c.var
  const channel = await channelByHandle(app.db, c.req.param('handle'))
  if (isReader(c)) return c.redirect(listPath(filterOf(channel)), 303)
  return sendJson(c, await channelJson(channel, profileOf(network, channel)))
})

documentRoutes.get('/fediverse/channels/:handle/followers', async (c) => {
  const { app } = c.var
  const channel = await channelByHandle(app.db, c.req.param('handle'))
  return sendJson(c, await followersJson(app.origin, channel, await followerCount(app.db, channel.id)))
})

documentRoutes.get('/fediverse/channels/:handle/outbox', async (c) => {
  const { app, network } = c.var
  const channel = await channelByHandle(app.db, c.req.param('handle'))
  return sendJson(c, await outboxDocument(app, network, channel))
})

documentRoutes.get('/fediverse/posts/:id', async (c) => {
  await refuseWhileOff(c)
  const { json, page } = await noteDocument(c.var.app, c.var.network, idIn(c))
  return isReader(c) && page ? c.redirect(page, 303) : sendJson(c, json, page ? 200 : 410)
})

documentRoutes.get('/fediverse/comments/:id', async (c) => {
  await refuseWhileOff(c)
  const { json, page } = await answerDocument(c.var.app, idIn(c))
  return isReader(c) && page ? c.redirect(page, 303) : sendJson(c, json, page ? 200 : 410)
})

documentRoutes.get('/fediverse/picture/:file', async (c) => {
  const [, name, colour = ''] = /^([a-z]+)-([0-9a-f]{6})\.png$/.exec(c.req.param('file')) ?? []
  const sign = ourSigns.find((one) => one === name)
  const { sign: ours, accent } = c.var.network
  // Only what is shown is drawn: drawing takes a process, and there are millions of colours.
  const isShown = sign === ours && `#${colour}` === (accent ?? ourAccent)
  if (!sign || !isShown) throw new NotFound('not-found')
  const png = await keptSquare(c.var.app.db, sign, `#${colour}`, signs[sign])
  return c.body(new Uint8Array(png), 200, {
    'Cache-Control': 'public, max-age=31536000, immutable',
    'Content-Type': 'image/png',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  })
})

/** @throws NotFound `not-found` */
function idIn(c: Context<Env>): string {
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) throw new NotFound('not-found')
  return id
}
