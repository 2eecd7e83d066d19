import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import type { App } from '../platform/app.ts'
import { buildAssets } from './assets.ts'
import { createSite } from './site.tsx'

export type Web = { port: number; close(graceMs: number): Promise<void> }

/** Serves the site until `close`, which lets running requests finish. */
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
    server.once('error', reject)
  })
}

function closeServer(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), graceMs)
    server.close(() => {
      clearTimeout(late)
      resolve()
    })
    server.closeIdleConnections()
  })
}
