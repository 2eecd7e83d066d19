import ipaddr from 'ipaddr.js'
import * as z from 'zod'
import { faultOf } from '../db/index.ts'
import { shortestSecret } from './kept-secret.ts'
import { mailboxOf } from './mail/inbound/mailbox-url.ts'
import { addressOf, isBounceAddress } from './mail/sender.ts'

const split = (list: string) =>
  list
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)

/** Written as people write them: `10` and `0x7f.1` are addresses to a library, and mistakes here. */
const isAddress = (text: string) => ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text)
const isNetwork = (text: string) =>
  isAddress(text) || (ipaddr.isValidCIDR(text) && isAddress(text.split('/')[0] ?? ''))

const choice = <const Name extends string>(names: readonly [Name, ...Name[]]) =>
  z.enum(names, `must be one of ${names.join(', ')}`)

const shortestToken = 24

const aPort = 'must be a whole number from 0 to 65535'
const bodyMegabytes = 'must be a whole number of megabytes from 8 to 65536'
const reserveMegabytes = 'must be a whole number of megabytes from 16 to 1048576'

const ofDatabase = z
  .string()
  .superRefine((url, context) => {
    const fault = faultOf(url)
    if (fault) context.addIssue({ code: 'custom', message: fault })
  })
  .optional()

/** What the environment may say, by the names of its variables; messages go on behind the name. */
export const settings = z.object({
  BASE_URL: z
    .url({ protocol: /^https?$/, error: 'must be a whole address, such as https://network.example.org' })
    .optional(),
  HOST: z
    .string()
    .refine(
      (text) => text === 'localhost' || isAddress(text),
      'must be an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them',
    )
    .optional(),
  PORT: z.coerce.number(aPort).int(aPort).min(0, aPort).max(65535, aPort).default(3000),
  DATABASE_URL: ofDatabase,
  DATABASE_DIRECT_URL: ofDatabase,
  DATA_DIR: z.string().default('./data'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://')
    .optional(),
  MAIL_TRANSPORT: choice(['smtp', 'spool', 'page']).optional(),
  MAIL_FROM: z
    .string()
    .default('Twinleaf <hello@localhost>')
    .refine(
      (text) => addressOf(text) !== null,
      'must be one address, with or without a name, such as Twinleaf <hello@network.example.org>',
    ),
  BOUNCE_ADDRESS: z
    .string()
    .refine(
      isBounceAddress,
      'must be one address of at most 18 characters before the @, such as mail@network.example.org',
    )
    .optional(),
  IMAP_URL: z
    .string()
    .refine(
      (text) => mailboxOf(text) !== null,
      'must be a mailbox with its user and password, such as imaps://user:password@mail.example.org/INBOX',
    )
    .optional(),
  DKIM_DOMAIN: z.string().optional(),
  DKIM_SELECTOR: z.string().optional(),
  DKIM_KEY_FILE: z.string().optional(),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform(split)
    .refine(
      (parts) => parts.every(isNetwork),
      'must hold addresses or networks, separated by commas, such as 127.0.0.1, 10.0.0.0/8',
    ),
  SECRET: z
    .string()
    .refine(
      (text) => Buffer.byteLength(text) >= shortestSecret,
      `must have at least ${shortestSecret} characters. Leave it empty to have one made and kept in DATA_DIR`,
    )
    .optional(),
  BACKUPS: choice(['daily', 'off']).optional(),
  BACKUP_ANY_MINUTE: choice(['on', 'off']).default('on'),
  BACKUP_TO: z.string().optional(),
  BACKUP_KEY_ID: z.string().optional(),
  BACKUP_SECRET_KEY: z.string().optional(),
  BACKUP_REGION: z.string().default('auto'),
  BACKUP_PUBLIC_KEY: z
    .string()
    .regex(/^age1[0-9a-z]+$/, 'must be a public key of age, which begins with age1')
    .optional(),
  MEDIA: choice(['database', 'store']).optional(),
  MEDIA_TO: z
    .string()
    .regex(/^https?:/, 'must be the address of a store, as in https://s3.example.org/bucket')
    .optional(),
  MEDIA_KEY_ID: z.string().optional(),
  MEDIA_SECRET_KEY: z.string().optional(),
  MEDIA_REGION: z.string().default('auto'),
  BODIES_MB: z.coerce
    .number(bodyMegabytes)
    .int(bodyMegabytes)
    .min(8, bodyMegabytes)
    .max(65_536, bodyMegabytes)
    .default(64),
  SPACE_RESERVE_MB: z.coerce
    .number(reserveMegabytes)
    .int(reserveMegabytes)
    .min(16, reserveMegabytes)
    .max(1_048_576, reserveMegabytes)
    .optional(),
  METRICS_TOKEN: z
    .string()
    .refine(
      (text) => Buffer.byteLength(text) >= shortestToken,
      `must have at least ${shortestToken} characters. Leave it empty to show them to this machine and its private network alone`,
    )
    .optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({
      protocol: /^https?$/,
      error: 'must be the whole address of a collector, such as http://127.0.0.1:4318',
    })
    .optional(),
  LOG_LEVEL: choice(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

export type Settings = z.infer<typeof settings>
