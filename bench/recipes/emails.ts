import { aRelay } from '../../test/outbox/relay.ts'
import { until } from '../../test/outbox/until.ts'
import { ask, type Door } from '../../test/running/ask.ts'
import { boxesOf } from '../../test/running/recipe.ts'
import type { Machine } from './machine.ts'
import { isOpen } from './site.ts'

const wanted = ['By Postfix on the same machine', 'Be believed']

/**
 * Sets up emails by Postfix as docs/running/email.md says, presses the button for a test email, and waits for it to come out
 * of Postfix. The world's mail servers are one of ours.
 *
 * @returns the email as the world gets it
 */
export async function sendByPostfix(machine: Machine, door: Door, cookie: string): Promise<string> {
  const world = await aRelay()
  try {
    for (const { under, commands } of boxesOf('email.md'))
      if (wanted.includes(under)) await machine.give(commands)
    await machine.give(`postconf -e 'relayhost = [127.0.0.1]:${new URL(world.url).port}'; postfix reload`)
    await until(isOpen(door, cookie))
    const pressed = await ask(door, '/office/network/email/test', { body: '', headers: { cookie } })
    if (pressed.status !== 303) throw new Error(`the test email was answered ${pressed.status}`)
    await until(() => world.got.length > 0)
    return world.got[0]?.raw ?? ''
  } finally {
    await world.close()
  }
}
