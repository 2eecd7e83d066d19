import type { Kind, Step } from './case.ts'

/** Emails that are ready in a case. */
export const letterNames = ['nudge', 'hear', 'answer', 'address', 'waiting', 'goodbye'] as const
export type LetterName = (typeof letterNames)[number]

/** Which step of the ladder an email is; null where it is beside it. */
export const stepOfLetter = {
  nudge: 'nudge',
  hear: 'hear',
  answer: 'answer',
  address: 'hear',
  waiting: null,
  goodbye: null,
} as const satisfies Record<LetterName, Step | null>

type Member = { applicationId: string; isPartner: boolean; isWaiting: boolean }

/** What can be written to whom, by what the case is about and how each of them stands. None in a report: the outbox is read by others. */
export function lettersFor(
  { kind, applicationId }: { kind: Kind; applicationId: string },
  members: readonly Member[],
): { name: LetterName; to: string }[] {
  if (kind === 'conduct') return []
  return members.map(({ applicationId: to, isPartner, isWaiting }) => {
    if (isWaiting) return { name: 'waiting', to }
    if (!isPartner) return { name: 'goodbye', to }
    if (kind === 'help') return { name: 'answer', to }
    const isAbout = to === applicationId
    if (kind === 'bounce') return { name: isAbout ? 'nudge' : 'address', to }
    return { name: isAbout ? 'nudge' : 'hear', to }
  })
}
