import { casesPath } from '../../features/cases/paths.ts'
import { weeksPath } from '../../features/checkins/index.ts'
import type { App } from '../../platform/app.ts'
import { demoPeople } from './people.ts'
import { sampleParticipants } from './week-seven.ts'

type Place = { devPath: string | null }

/** Where to look, how to read the emails, and how to sign in as each. */
export const sayWelcome = (app: App, place: Place): string =>
  [
    ...howToLook(app, place),
    `  Start as the coordinator: ${app.origin}/office`,
    '  It is Sunday 21 February 2016 there; round 2016A waits on the desk. People apply to the next one here:',
    `  ${app.origin}/rounds/2016B`,
    '  Ctrl-C stops it.',
    '',
  ].join('\n')

/** The same for the seventh week, with participants in whose place one may look. */
export async function sayWeekSeven(app: App, place: Place): Promise<string> {
  const participants = await sampleParticipants(app)
  return [
    ...howToLook(app, place),
    '  Participants of round 2016A, each in another state:',
    '',
    ...participants.map(({ as, email, name }) => personLine(as, email, name)),
    '',
    `  Start as the coordinator: ${app.origin}/office`,
    '  It is Sunday 17 April 2016 there, at the end of the seventh week of round 2016A. How its pairs get on, and cases that wait:',
    `  ${app.origin}${weeksPath('2016A')}`,
    `  ${app.origin}${casesPath}`,
    `  Its data are in ${app.config.dataDir}. Ctrl-C stops it.`,
    '',
  ].join('\n')
}

const howToLook = (app: App, { devPath }: Place) => [
  '',
  `  The demonstration network is at ${app.origin}`,
  '',
  '  No email leaves this machine. To read them, open this address first; it works once:',
  `  ${app.origin}${devPath}`,
  '',
  '  Then sign in with one of these addresses. The link arrives there:',
  '',
  ...demoPeople.map(({ role, email, name }) => personLine(role ?? 'member', email, name)),
  '',
]

const personLine = (as: string, email: string, name: string) =>
  `    ${as.padEnd(15)} ${email.padEnd(36)} ${name}`
