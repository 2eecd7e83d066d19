import type { App } from '../../platform/app.ts'
import { demoPeople } from './people.ts'

/** Where to look, how to read the emails, and how to sign in as each. */
export const sayWelcome = (app: App, { devPath }: { devPath: string | null }): string =>
  [
    '',
    `  The demonstration network is at ${app.origin}`,
    '',
    '  No email leaves this machine. To read them, open this address first; it works once:',
    `  ${app.origin}${devPath}`,
    '',
    '  Then sign in with one of these addresses. The link arrives there:',
    '',
    ...demoPeople.map(
      ({ role, email, name }) => `    ${(role ?? 'member').padEnd(12)} ${email.padEnd(32)} ${name}`,
    ),
    '',
    `  Start as the coordinator: ${app.origin}/office`,
    '  It is Sunday 21 February 2016 there; round 2016A waits on the desk. People apply to the next one here:',
    `  ${app.origin}/rounds/2016B`,
    '  Ctrl-C stops it.',
    '',
  ].join('\n')
