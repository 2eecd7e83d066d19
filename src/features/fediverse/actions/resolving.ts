import type { App } from '../../../platform/app.ts'
import { type Ask, askOutside } from '../../../platform/post-outside.ts'
import { Unacceptable } from '../../../platform/refusals.ts'
import { together } from '../../../platform/together.ts'
import { agent } from '../agent.ts'
import { isWebAddress } from '../gate.ts'
import { selfIn } from '../schema/finger.ts'
import { documentLimits } from '../schema/messages.ts'
import { accountBehind } from './fetching.ts'

/**
 * The address of an account elsewhere, from what people type of it: `@iln@server.example`, or its page.
 *
 * @throws Unacceptable `no-such-account` where nobody there knows of it
 * @throws Unavailable `too-busy`
 */
export async function accountTyped(app: App, typed: string): Promise<string> {
  const found = await lookUp(app, askOutside, typed)
  if (!found) throw new Unacceptable('no-such-account', { account: typed })
  return found
}

/** So many servers are asked side by side. */
const atOnce = 5

/** The same of several. @returns their addresses, and those of which nobody knows; each in the order in which they were typed */
export async function accountsTyped(
  app: App,
  typed: readonly string[],
  ask: Ask = askOutside,
): Promise<{ addresses: string[]; missing: string[] }> {
  const all = [...new Set(typed)]
  const found = new Map<string, string>()
  const waiting = [...all]
  await together(atOnce, async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      const address = await lookUp(app, ask, one)
      if (address) found.set(one, address)
    }
  })
  return {
    addresses: [...new Set(all.flatMap((one) => found.get(one) ?? []))],
    missing: all.filter((one) => !found.has(one)),
  }
}

async function lookUp(app: App, ask: Ask, typed: string): Promise<string | null> {
  if (/^https:/i.test(typed) && isWebAddress(typed)) return accountBehind(app, ask, typed)
  const [, name, host] = /^@?([^@\s/]+)@([^@\s/]+)$/.exec(typed) ?? []
  const address = name && host ? `https://${host}/.well-known/webfinger?resource=acct:${name}@${host}` : ''
  return URL.canParse(address) ? fingered(app, ask, address) : null
}

async function fingered(app: App, ask: Ask, address: string): Promise<string | null> {
  const headers = { Accept: 'application/jrd+json, application/json', 'User-Agent': agent(app) }
  const { bytes: mostBytes } = documentLimits
  try {
    const { status, text } = await ask({ method: 'GET', address, headers, mostBytes, waitMs: 5_000 })
    return status === 200 ? selfIn(text) : null
  } catch (error) {
    // Whoever does not answer knows nobody; that is all there is to say.
    app.log.info({ err: error }, 'fediverse_not_resolved')
    return null
  }
}
