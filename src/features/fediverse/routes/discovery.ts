import { NotFound } from '../../../platform/refusals.ts'
import { router } from '../../people/index.ts'
import { listPath } from '../../posts/index.ts'
import { filterOf } from '../channel.ts'
import { nodeInfoPath } from '../paths.ts'
import { openChannels } from '../queries/channels.ts'
import { nodeInfo } from '../queries/node-info.ts'
import { addressOf } from '../speaking/channel.ts'
import { forMinutes, refuseWhileOff } from './answer.ts'

/** Where other servers find out who is here. While it is turned off nobody is. */
export const discoveryRoutes = router()

/** @source RFC 7033, and RFC 7565 for `acct:` */
discoveryRoutes.get('/.well-known/webfinger', async (c) => {
  const { app } = c.var
  const { host } = new URL(app.origin)
  const asked = (c.req.query('resource') ?? '').toLowerCase()
  const channels = await openChannels(app.db)
  const channel = channels.find(
    (one) => asked === `acct:${one.handle}@${host}` || asked === addressOf(app.origin, one).href,
  )
  if (!channel) throw new NotFound('no-such-channel')
  const { href } = addressOf(app.origin, channel)
  const page = app.origin + listPath(filterOf(channel))
  const found = {
    subject: `acct:${channel.handle}@${host}`,
    aliases: [href],
    links: [
      { rel: 'self', type: 'application/activity+json', href },
      { rel: 'http://webfinger.net/rel/profile-page', type: 'text/html', href: page },
    ],
  }
  const type = 'application/jrd+json; charset=utf-8'
  return c.body(JSON.stringify(found), 200, { ...forMinutes, 'Content-Type': type })
})

/** @source https://nodeinfo.diaspora.software/protocol.html */
discoveryRoutes.get('/.well-known/nodeinfo', async (c) => {
  await refuseWhileOff(c)
  const href = c.var.app.origin + nodeInfoPath
  const links = [{ rel: 'http://nodeinfo.diaspora.software/ns/schema/2.1', href }]
  return c.json({ links }, 200, forMinutes)
})

discoveryRoutes.get(nodeInfoPath, async (c) => {
  await refuseWhileOff(c)
  const type = 'application/json; profile="http://nodeinfo.diaspora.software/ns/schema/2.1#"'
  const info = await nodeInfo(c.var.app, c.var.network)
  return c.body(JSON.stringify(info), 200, { ...forMinutes, 'Content-Type': type })
})
