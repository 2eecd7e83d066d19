import { join } from 'node:path'
import type { Config } from '../../config.ts'
import { pageTransport } from './page.ts'
import { spoolTransport } from './spool.ts'
import type { Transport } from './transport.ts'

export type { Answer, Transport } from './transport.ts'

/** Calls on the relay and hangs up. @throws what came between us and it, a refused sign-in included */
export async function callRelay(url: string): Promise<void> {
  const { connectionsTo } = await import('./smtp-lines.ts')
  const line = await connectionsTo(url).take()
  line.drop()
}

/** The way out that the configuration names. */
export async function openTransport({ mail, dataDir }: Config): Promise<Transport> {
  if (mail.transport === 'smtp') {
    const { smtpTransport } = await import('./smtp.ts')
    return smtpTransport(mail)
  }
  if (mail.transport === 'spool') return spoolTransport(join(dataDir, 'spool'))
  return pageTransport()
}
