import type { App } from '../../platform/app.ts'
import { demoPeople } from './people.ts'

/** Where to look, and how to sign in as each. */
export const sayWelcome = (app: App): string =>
  [
    '',
    `  The demonstration network is at ${app.origin}`,
    '',
    '  Sign in with one of these addresses. No mail leaves this machine:',
    `  the link arrives at ${app.origin}/dev/mail`,
    '',
    ...demoPeople.map(
      ({ role, email, name }) => `    ${(role ?? 'member').padEnd(12)} ${email.padEnd(32)} ${name}`,
    ),
    '',
    `  Start as the coordinator: ${app.origin}/office`,
    '  It is Sunday 21 February 2016 there; round 2016A waits on the desk. Ctrl-C stops it.',
    '',
  ].join('\n')
