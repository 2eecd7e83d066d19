import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseEnv } from 'node:util'
import ipaddr from 'ipaddr.js'
import { z } from 'zod'
import { root } from './root.ts'

const isNetwork = (text: string) => ipaddr.isValid(text) || ipaddr.isValidCIDR(text)

const schema = z.object({
  BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATA_DIR: z.string().default('./data'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//)
    .optional(),
  MAIL_TRANSPORT: z.enum(['smtp', 'spool', 'page']).optional(),
  MAIL_FROM: z.string().default('Twinleaf <hello@localhost>'),
  DKIM_DOMAIN: z.string().optional(),
  DKIM_SELECTOR: z.string().optional(),
  DKIM_KEY_FILE: z.string().optional(),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .refine((parts) => parts.every(isNetwork), 'must hold addresses, or networks such as 10.0.0.0/8'),
  SECRET: z.string().min(32).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

export type Config = {
  /** Scheme and host people use, without a final slash. Links in mails are built from it alone. */
  origin: string
  port: number
  /** A PostgreSQL of one's own; null for the embedded one in `dataDir`. */
  databaseUrl: string | null
  dataDir: string
  mail: {
    transport: 'smtp' | 'spool' | 'page'
    smtpUrl: string | null
    from: string
    dkim: { domain: string; selector: string; keyFile: string } | null
  }
  /** Addresses or networks whose forwarded headers are believed. */
  trustedProxies: string[]
  /** Signs links in mails and keys hashes of addresses. From SECRET, else kept in the data directory. */
  secret: string
  logLevel: string
  /** True on http://localhost: cookies lose their prefix and pages say so. */
  isDevelopment: boolean
}

/** A setting that stops the start; its message names the variable. */
export class BadConfig extends Error {}

/**
 * Reads the environment once.
 *
 * @throws BadConfig when a variable is missing or not understood; the message names it.
 */
export function readConfig(env: Record<string, string | undefined> = environment()): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) throw new BadConfig(parsed.error.issues.map(sayIssue).join('\n'))

  const values = parsed.data
  const origin = new URL(values.BASE_URL ?? `http://localhost:${values.PORT}`)
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(origin.hostname)
  if (origin.protocol === 'http:' && !isLocal)
    throw new BadConfig('BASE_URL must start with https:// unless it is on localhost')
  if (origin.pathname !== '/') throw new BadConfig('BASE_URL must be a scheme and a host, without a path')
  const transport = values.MAIL_TRANSPORT ?? (values.SMTP_URL ? 'smtp' : isLocal ? 'page' : 'spool')
  if (transport === 'smtp' && !values.SMTP_URL)
    throw new BadConfig('SMTP_URL is needed for MAIL_TRANSPORT=smtp')
  if (transport === 'page' && !isLocal)
    throw new BadConfig(
      'MAIL_TRANSPORT=page shows every mail, sign-in links too, to everyone: BASE_URL must be on localhost for it',
    )

  const dataDir = resolve(root, values.DATA_DIR)
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_KEY_FILE: keyFile } = values
  return {
    origin: origin.origin,
    port: values.PORT,
    databaseUrl: values.DATABASE_URL ?? null,
    dataDir,
    mail: {
      transport,
      smtpUrl: values.SMTP_URL ?? null,
      from: values.MAIL_FROM,
      dkim: domain && selector && keyFile ? { domain, selector, keyFile } : null,
    },
    trustedProxies: values.TRUSTED_PROXIES,
    secret: values.SECRET ?? keptSecret(dataDir),
    logLevel: values.LOG_LEVEL,
    isDevelopment: origin.protocol === 'http:',
  }
}

/** The environment, filled up from a `.env` file beside package.json where there is one. */
function environment(): Record<string, string | undefined> {
  const file = join(root, '.env')
  return existsSync(file) ? { ...parseEnv(readFileSync(file, 'utf8')), ...process.env } : process.env
}

const sayIssue = (issue: { path: PropertyKey[]; message: string }) =>
  `${issue.path.join('.')}: ${issue.message}`

/** Made once and kept readable to the owner alone; two processes starting together agree on one. */
function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret')
  // Passable, so that PostgreSQL may run under an account without rights; what is private in it guards itself.
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8')
}
