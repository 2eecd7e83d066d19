import * as z from 'zod'
import { neededLine, plainLine } from '../../../platform/fields.ts'
import { oneLine } from '../../../platform/one-line.ts'
import { handleShape } from '../channel.ts'

const handle = z
  .string()
  .transform((text) => oneLine(text).toLowerCase().replace(/^@/, '').replace(/@.*$/, ''))
  .pipe(z.string().min(1, 'required').regex(handleShape, 'bad-handle'))

export const turnOnForm = z.strictObject({ handle })

export const channelForm = z.strictObject({
  handle,
  of: neededLine(80),
})

/** So many accounts elsewhere can be the network's as well. */
const mostKnownAs = 10

const typedAccount = plainLine(500)

export const knownAsForm = z.strictObject({
  accounts: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter((one) => one !== ''))
    .pipe(z.array(z.string().max(500, 'too-long')).max(mostKnownAs, 'too-many-accounts')),
})

export const moveForm = z.strictObject({
  to: typedAccount.pipe(z.string().min(1, 'required')),
})

/** Whom to keep away: `server.example`, its address, or `@ada@server.example`. The page of an account is not its server. */
const who = z.string().transform((text, context) => {
  const read = keptIn(oneLine(text).toLowerCase())
  if (read) return read
  context.addIssue({ code: 'custom', message: text.trim() === '' ? 'required' : 'bad-server' })
  return z.NEVER
})

export const blockForm = z.strictObject({ who })

function keptIn(typed: string): { host: string; handle: string | null } | null {
  const [, name, at = typed] = /^@?([^@\s/]+)@([^@\s/]+)$/.exec(typed) ?? []
  const url = /^https?:\/\//.test(at) ? at : `https://${at}`
  if (at.includes('@') || !URL.canParse(url)) return null
  const { host, hostname, pathname } = new URL(url)
  if (pathname !== '/' || !/^([a-z0-9-]+\.)*[a-z0-9-]+$/.test(hostname)) return null
  return { host, handle: name === undefined ? null : `@${name}@${host}` }
}
