import type { App } from '../../../platform/app.ts'
import { addDays, dayIn, startOfDay } from '../../../platform/days.ts'
import { terminal } from '../../people/index.ts'
import { type Round, roundsFor } from '../../rounds/index.ts'
import { words } from '../words.ts'

/** The id of nobody: links in an email that is only looked at are nobody's. */
export const nobody = '00000000-0000-4000-8000-000000000000'

/** People and texts for an email that is drawn for nobody in particular. */
export function invented(locale: string) {
  const t = words(locale)
  const one = { name: t('example.name'), givenName: t('example.given-name'), email: 'name@library.example' }
  const other = { name: t('example.partner'), givenName: t('example.partner.given-name') }
  return {
    people: [
      { ...one, zone: 'America/Mexico_City' },
      { ...other, email: 'partner@library.example', zone: 'Asia/Amman' },
    ] as const,
    workplace: t('example.workplace'),
    text: t('example.text'),
  }
}

/** The newest round that was announced; one that was made up where there is none. */
export async function exampleRound(app: App, locale: string): Promise<Round> {
  const rounds = await roundsFor(app.db, terminal)
  return rounds.find(({ announcedAt }) => announcedAt !== null) ?? madeUp(app.now(), locale)
}

function madeUp(now: Date, locale: string): Round {
  const today = dayIn(now)
  return {
    ...{ id: nobody, code: words(locale)('example.round'), title: '', zone: 'UTC' },
    ...{
      applyFrom: startOfDay(addDays(today, -7), 'UTC'),
      applyUntil: startOfDay(addDays(today, 14), 'UTC'),
    },
    ...{ startsOn: addDays(today, 28), endsOn: addDays(today, 139), capPercent: 20, topicDays: [] },
    ...{ announcedAt: now, capAppliedAt: null, releasedAt: null },
  }
}
