import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { networkOf } from '../../../platform/sign-in/index.ts'
import type { Env } from '../../people/index.ts'
import type { Round } from '../../rounds/index.ts'
import type { Asker } from '../actions/saving.ts'
import { applyPath } from '../paths.ts'
import type { Holder } from '../queries/drafts.ts'

/** What a browser keeps of a draft: its secret, and whether its reader said that the device is their own. */
type Device = { secret: string | null; isOwn: boolean }

/** It is for the pages of one form alone, so it cannot bear the prefix that binds a cookie to its host; plain http knows neither. */
const nameFor = (c: Context<Env>) =>
  c.var.app.config.isDevelopment ? 'twinleaf_draft' : '__Secure-twinleaf_draft'
/** Before the secret, where it may outlive the window. */
const own = 'own.'
const keptSeconds = 60 * 24 * 60 * 60

export function deviceOf(c: Context<Env>): Device {
  const value = getCookie(c, nameFor(c))
  if (!value) return { secret: null, isOwn: false }
  return value.startsWith(own)
    ? { secret: value.slice(own.length), isOwn: true }
    : { secret: value, isOwn: false }
}

/** For the pages of one round's form alone; on a device of others, until its browser is closed. */
export function keepSecret(c: Context<Env>, round: Round, { secret, isOwn }: Device): void {
  if (secret === null) return
  setCookie(c, nameFor(c), isOwn ? own + secret : secret, {
    ...optionsOf(c, round),
    ...(isOwn ? { maxAge: keptSeconds } : {}),
  })
}

export const forgetSecret = (c: Context<Env>, round: Round) =>
  deleteCookie(c, nameFor(c), optionsOf(c, round))

const optionsOf = (c: Context<Env>, round: Round) => ({
  path: applyPath(round.code),
  httpOnly: true,
  sameSite: 'Lax' as const,
  secure: !c.var.app.config.isDevelopment,
})

/** Whose draft is asked for, by their session or by what their browser holds. */
export const holderOf = (c: Context<Env>): Holder & { email: string | null } => ({
  personId: c.var.actor.id,
  email: c.var.actor.email,
  secret: deviceOf(c).secret,
})

/** The same, of whoever saves or sends one. */
export const askerOf = (c: Context<Env>): Asker => ({
  ...holderOf(c),
  network: networkOf(c, c.var.app.config.trustedProxies),
  locale: c.var.frame.locale,
})
