import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import type { App } from '../platform/app.ts'
import { BadConfig } from '../platform/config.ts'
import { buildAssets } from './assets.ts'
import { createSite } from './site.tsx'

export type Web = { port: number; close(graceMs: number): Promise<void> }

/**
 * Serves the site until `close`, which lets running requests finish.
 *
 * @throws BadConfig when the port cannot be had
 */
export async function serveWeb(app: App): Promise<Web> {
  const site = createSite(app, await buildAssets())
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch: site.fetch,
        port: app.config.port,
        serverOptions: {
          maxHeaderSize: 16 * 1024,
          headersTimeout: 15_000,
          requestTimeout: 30_000,
          keepAliveTimeout: 5_000,
        },
      },
      ({ port }) => resolve({ port, close: (graceMs) => closeServer(server as Server, graceMs) }),
    ) as Server
    server.maxConnections = 1_000
    server.once('error', (error) => reject(ofPort(error, app.config.port)))
  })
}

function ofPort(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new BadConfig(`PORT ${port} is taken by another program. Stop it, or set PORT to another number.`)
  if (error.code === 'EACCES')
    return new BadConfig(`PORT ${port} is not open to this account. Set PORT to a number above 1023.`)
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
