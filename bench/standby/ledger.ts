import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** What was asked of the sites: who was told that an email comes, and who was told nothing, or to come back. */
export type Ledger = { promised: Set<string>; inDoubt: Map<number, number>; lastPromiseAt: number[] }

export const address = (number: number) => `reader${number}@library.example`

/** Asks for link after link, each for another person and from another network, until it is over. */
export async function askOn(
  origins: readonly string[],
  ledger: Ledger,
  next: () => number,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const number = next()
    const which = number % origins.length
    const status = await askForLink(origins[which] ?? '', number)
    if (status === 303) {
      ledger.promised.add(address(number))
      ledger.lastPromiseAt[which] = performance.now()
      continue
    }
    ledger.inDoubt.set(status, (ledger.inDoubt.get(status) ?? 0) + 1)
    await pause(100)
  }
}

/** @returns the status of the answer; 0 for none */
async function askForLink(origin: string, number: number): Promise<number> {
  const answer = await fetch(`${origin}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ email: address(number), next: '' }),
    headers: {
      'Sec-Fetch-Site': 'same-origin',
      'X-Forwarded-For': `2001:db8:${(number >> 16).toString(16)}:${(number & 0xffff).toString(16)}::1`,
      Connection: 'close',
    },
    signal: AbortSignal.timeout(20_000),
  }).catch(() => null)
  return answer?.status ?? 0
}

/** How many emails each address got. */
export async function emailsIn(spool: string): Promise<Map<string, number>> {
  const got = new Map<string, number>()
  for (const name of await readdir(spool)) {
    if (!name.endsWith('.eml')) continue
    const [to = ''] = /reader\d+@library\.example/.exec(await readFile(join(spool, name), 'utf8')) ?? []
    got.set(to, (got.get(to) ?? 0) + 1)
  }
  return got
}
