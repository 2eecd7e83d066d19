import type { App } from '../src/platform/app.ts'
import { devCookie, devPass } from '../src/web/dev-key.ts'

const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } })

/** What a request brings that comes over a socket from this machine: `site.request(path, init, fromThisMachine)`. */
export const fromThisMachine = from('127.0.0.1')
export const fromElsewhere = from('198.51.100.7')

/** Headers of a browser that was let in to the pages under /dev. */
export const letIn = (app: App): Record<string, string> => ({
  Cookie: `${devCookie}=${devPass(app)}`,
})
