import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { BadConfig } from './bad-config.ts'
import { keptSecret } from './kept-secret.ts'
import { readDkimKey } from './mail/dkim-key.ts'
import { type Mailbox, mailboxOf } from './mail/inbound/mailbox-url.ts'
import { root } from './root.ts'
import { type Settings, settings } from './settings.ts'
import type { Bucket } from './store.ts'

export { BadConfig } from './bad-config.ts'

const megabyte = 1024 * 1024

/** Through a mail server; into files; to a page on this machine. The last two reach nobody. */
export type Transport = 'smtp' | 'spool' | 'page'

export type Config = {
  /** Scheme and host people use, without a final slash. Links in mails are built from it alone. */
  origin: string
  /** The address of this machine that the web process listens on; null for all of them. */
  host: string | null
  port: number
  /** A PostgreSQL of one's own; null for the embedded one in `dataDir`. */
  databaseUrl: string | null
  /** The way to it past a pooler, for what holds a session; null where `databaseUrl` leads to it without one. */
  directUrl: string | null
  dataDir: string
  mail: {
    transport: Transport
    smtpUrl: string | null
    from: string
    /** What comes back is sent to sub-addresses of it (`mail+…@`); null where nobody reads that. */
    bounceAddress: string | null
    /** The mailbox that leads to, where the worker reads it; null where a mail server hands messages over. */
    mailbox: Mailbox | null
    dkim: { domain: string; selector: string; privateKey: string } | null
  }
  /** Addresses or networks whose forwarded headers are believed. */
  trustedProxies: string[]
  backup: {
    isDaily: boolean
    /** Whether the embedded database can be brought back to any minute of the last seven days. */
    anyMinute: boolean
    /** A folder, or a store that speaks S3. */
    to: string | Bucket
    /** Public key of age for which they are encrypted; null to leave them open. */
    publicKey: string | null
  }
  media: {
    /** Whether the bytes of pictures move to the store once they are saved; else they stay where they are. */
    isStored: boolean
    /** Where those are that are not in the database; null for none. */
    store: Bucket | null
  }
  /** Memory, in bytes, that all forms together may take while they are read; files go to disk, ten times as much. */
  bodyBytes: number
  /** In bytes: with less free on the disk of `dataDir` nothing is taken that grows; null for a share of the disk. */
  reserveBytes: number | null
  /** Signs links in mails and keys hashes of addresses. From SECRET, else kept in the data directory. */
  secret: string
  logLevel: string
  /** Opens /metrics; null to open it to private addresses alone. */
  metricsToken: string | null
  /** The collector that is told of requests, jobs and statements; null for none. */
  tracesTo: string | null
  /** True on http://localhost: cookies lose their prefix and pages say so. */
  isDevelopment: boolean
}

/**
 * Reads the environment once.
 *
 * @throws BadConfig when a variable is missing or not understood; the message names it.
 */
export function readConfig(env: Record<string, string | undefined> = environment()): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = settings.safeParse(given)
  if (!parsed.success) throw new BadConfig(parsed.error.issues.map(sayIssue).join('\n'))

  const values = parsed.data
  const origin = originOf(values)
  const isLocal = isLoopback(origin.hostname)
  const transport = values.MAIL_TRANSPORT ?? (values.SMTP_URL ? 'smtp' : isLocal ? 'page' : 'spool')
  const host = values.HOST ?? (isLocal ? loopbackFor(origin.hostname) : null)
  if (transport === 'smtp' && !values.SMTP_URL)
    throw new BadConfig('SMTP_URL is needed for MAIL_TRANSPORT=smtp.')
  if (values.DATABASE_DIRECT_URL && !values.DATABASE_URL)
    throw new BadConfig('DATABASE_URL is needed for DATABASE_DIRECT_URL, which leads past the pooler in it.')
  if (values.IMAP_URL && !values.BOUNCE_ADDRESS)
    throw new BadConfig(
      'BOUNCE_ADDRESS is needed for IMAP_URL: the address whose emails come into that mailbox.',
    )
  if (transport === 'page') refuseToShowMail(isLocal, host)
  const isDaily = (values.BACKUPS ?? (values.DATABASE_URL ? 'off' : 'daily')) === 'daily'
  const dataDir = resolve(root, values.DATA_DIR)
  return {
    origin: origin.origin,
    host,
    port: values.PORT,
    databaseUrl: values.DATABASE_URL ?? null,
    directUrl: values.DATABASE_DIRECT_URL ?? null,
    dataDir,
    mail: {
      transport,
      smtpUrl: values.SMTP_URL ?? null,
      from: values.MAIL_FROM,
      bounceAddress: values.BOUNCE_ADDRESS ?? null,
      mailbox: values.IMAP_URL ? mailboxOf(values.IMAP_URL) : null,
      dkim: dkimOf(values),
    },
    backup: {
      isDaily,
      anyMinute: isDaily && !values.DATABASE_URL && values.BACKUP_ANY_MINUTE === 'on',
      to: backupsTo(values, dataDir),
      publicKey: values.BACKUP_PUBLIC_KEY ?? null,
    },
    media: mediaIn(values),
    trustedProxies: values.TRUSTED_PROXIES,
    bodyBytes: values.BODIES_MB * megabyte,
    reserveBytes: values.SPACE_RESERVE_MB ? values.SPACE_RESERVE_MB * megabyte : null,
    secret: values.SECRET ?? keptSecret(dataDir),
    logLevel: values.LOG_LEVEL,
    metricsToken: values.METRICS_TOKEN ?? null,
    tracesTo: values.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    isDevelopment: origin.protocol === 'http:',
  }
}

function backupsTo(values: Settings, dataDir: string): Config['backup']['to'] {
  const { BACKUP_TO: to } = values
  if (!to?.match(/^https?:/)) return to ? resolve(root, to) : join(dataDir, 'backups')
  return bucketAt(values, 'BACKUP', to)
}

/** @throws BadConfig for pictures in a store that is not named */
function mediaIn(values: Settings): Config['media'] {
  const { MEDIA: kept, MEDIA_TO: to } = values
  if (kept === 'store' && !to) throw new BadConfig('MEDIA_TO is needed for MEDIA=store.')
  return {
    isStored: to !== undefined && kept !== 'database',
    store: to ? bucketAt(values, 'MEDIA', to) : null,
  }
}

/** @throws BadConfig for a store without its keys or its bucket */
function bucketAt(values: Settings, named: 'BACKUP' | 'MEDIA', url: string): Bucket {
  const keyId = values[`${named}_KEY_ID`]
  const secret = values[`${named}_SECRET_KEY`]
  if (!keyId || !secret)
    throw new BadConfig(`${named}_KEY_ID and ${named}_SECRET_KEY are needed for the store in ${named}_TO.`)
  if (!URL.canParse(url) || new URL(url).pathname.length < 2)
    throw new BadConfig(
      `${named}_TO must name the bucket after the host, as in https://s3.example.org/bucket.`,
    )
  return { url, keyId, secret, region: values[`${named}_REGION`] }
}

/** The environment, filled up from a `.env` file beside package.json where there is one. */
function environment(): Record<string, string | undefined> {
  const file = join(root, '.env')
  return existsSync(file) ? { ...parseEnv(readFileSync(file, 'utf8')), ...process.env } : process.env
}

const sayIssue = (issue: { path: PropertyKey[]; message: string }) =>
  `${issue.path.join('.')} ${issue.message}.`

function originOf({ BASE_URL, PORT }: Settings): URL {
  const origin = new URL(BASE_URL ?? `http://localhost:${PORT}`)
  if (origin.protocol === 'http:' && !isLoopback(origin.hostname))
    throw new BadConfig('BASE_URL must start with https:// unless it is on localhost.')
  if (origin.pathname !== '/') throw new BadConfig('BASE_URL must be a scheme and a host, without a path.')
  return origin
}

/** Whether only this machine itself can reach it. */
export const isLoopback = (host: string) =>
  host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)

const loopbackFor = (hostname: string) => (hostname === '[::1]' ? '::1' : '127.0.0.1')

/** @source docs/decisions/0021-what-listens-where.md */
function refuseToShowMail(isLocal: boolean, host: string | null): void {
  const shows = 'MAIL_TRANSPORT=page shows every email, sign-in links too, on a page'
  if (!isLocal)
    throw new BadConfig(
      `${shows}: BASE_URL must be on localhost for it. For a public site set smtp or spool.`,
    )
  if (host && !isLoopback(host))
    throw new BadConfig(
      `${shows}: HOST must be 127.0.0.1 or ::1 for it. For other machines set smtp or spool.`,
    )
}

function dkimOf(values: Settings): Config['mail']['dkim'] {
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_KEY_FILE: keyFile } = values
  if (domain && selector && keyFile) return { domain, selector, privateKey: readDkimKey(keyFile) }
  const missing = Object.entries({ DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_KEY_FILE: keyFile })
    .filter(([, value]) => !value)
    .map(([name]) => name)
  if (missing.length === 3) return null
  throw new BadConfig(
    `To sign emails with DKIM, set ${missing.join(' and ')} too; to send them unsigned, set none of the three.`,
  )
}
