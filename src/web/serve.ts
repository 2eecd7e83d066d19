import { once } from 'node:events'
import type { Server } from 'node:http'
import { type AddressInfo, createServer, type ListenOptions, type Server as NetServer } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
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
  server: Server
  /** Whether another process may listen there, too: not every system hands out the connections of a port. */
  sharesPort: boolean
  close(graceMs: number): Promise<void>
}

/**
 * Serves the site until `close`, which lets running requests finish.
 *
 * @param isBeside whether another process of this site has the port already and shares it
 * @throws BadConfig when the port cannot be had
 */
export async function serveWeb(app: App, isBeside = false): Promise<Web> {
  const devKey = newDevKey()
  const site = createSite(app, await keptAssets(), all, { devKey })
  const server = createAdaptorServer({ fetch: site.fetch, serverOptions: requestLimits }) as Server
  limitSockets(server, app.config.trustedProxies)
  answerUnreadable(server, app.config.isDevelopment)
  const { port, host } = app.config
  const place = { port, ...(host && { host }) }
  // Two networks on one port would each be asked what was meant for the other.
  const alone = isBeside ? null : await listening(createServer(), place).catch(refusePort(app.config))
  if (alone) await letGo(alone)
  const sharesPort = await listening(server, { ...place, reusePort: true }).then(
    () => true,
    () => false,
  )
  if (!sharesPort) await listening(server, place).catch(refusePort(app.config))
  return {
    port: (server.address() as AddressInfo).port,
    sharesPort,
    devPath: app.config.isDevelopment ? devKey.path : null,
    server,
    close: (graceMs) => closeServer(server, graceMs),
  }
}

async function listening<One extends NetServer>(server: One, where: ListenOptions): Promise<One> {
  server.listen(where)
  await once(server, 'listening')
  return server
}

const letGo = (server: NetServer) => new Promise((resolve) => server.close(resolve))

const refusePort = (config: Config) => (error: NodeJS.ErrnoException) => {
  throw ofPort(error, config)
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
