import { join } from 'node:path'
import type { Config } from '../../config.ts'
import { pageTransport } from './page.ts'
import { spoolTransport } from './spool.ts'
import type { Transport } from './transport.ts'

export type { Answer, Parcel, Transport } from './transport.ts'

/** The way out that the configuration names. */
export async function openTransport({ mail, dataDir }: Config): Promise<Transport> {
  if (mail.transport === 'smtp') {
    const { smtpTransport } = await import('./smtp.ts')
    return smtpTransport(mail)
  }
  if (mail.transport === 'spool') return spoolTransport(join(dataDir, 'spool'))
  return pageTransport()
}
