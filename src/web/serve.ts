import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { all } from '../features/all.ts'
import type { App } from '../platform/app.ts'
import { BadConfig, type Config } from '../platform/config.ts'
import { newDevKey } from './dev-key.ts'
import { keptAssets } from './kept-assets.ts'
import { requestLimits } from './limits.ts'
import { createSite } from './site.tsx'
import { limitSockets } from './sockets.ts'
import { answerUnreadable } from './unreadable.ts'

export type Web = {
  port: number
  /** Leads one browser on this machine to the pages under /dev, once; null where there are none. */
  devPath: string | null
  close(graceMs: number): Promise<void>
}

/**
 * Serves the site until `close`, which lets running requests finish.
 *
 * @throws BadConfig when the port cannot be had
 */
export async function serveWeb(app: App): Promise<Web> {
  const devKey = newDevKey()
  const site = createSite(app, await keptAssets(), all, { devKey })
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch: site.fetch,
        port: app.config.port,
        ...(app.config.host && { hostname: app.config.host }),
        serverOptions: requestLimits,
      },
      ({ port }) =>
        resolve({
          port,
          devPath: app.config.isDevelopment ? devKey.path : null,
          close: (graceMs) => closeServer(server as Server, graceMs),
        }),
    ) as Server
    limitSockets(server, app.config.trustedProxies)
    answerUnreadable(server, app.config.isDevelopment)
    server.once('error', (error) => reject(ofPort(error, app.config)))
  })
}

function ofPort(error: NodeJS.ErrnoException, { host, port }: Config): Error {
  if (error.code === 'EADDRINUSE')
    return new BadConfig(`PORT ${port} is taken by another program. Stop it, or set PORT to another number.`)
  if (error.code === 'EACCES')
    return new BadConfig(`PORT ${port} is not open to this account. Set PORT to a number above 1023.`)
  if (error.code === 'EADDRNOTAVAIL')
    return new BadConfig(
      `HOST ${host} is no address of this machine. Leave HOST empty, or set it to one that is.`,
    )
  return error
}

function closeServer(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), graceMs)
    // A busy connection would go on to ask; it is told to come back by another.
    server.prependListener('request', (_request, response) => {
      response.shouldKeepAlive = false
    })
    server.close(() => {
      clearTimeout(late)
      resolve()
    })
    server.closeIdleConnections()
  })
}
