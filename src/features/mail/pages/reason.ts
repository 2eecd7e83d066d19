import type en from '../words/email.en.json'
import type { MailWords } from '../words.ts'

type Said = Extract<keyof typeof en, `why.${string}`> extends `why.${infer Code}` ? Code : never

const codes: readonly string[] = [
  'left-list',
  'address-suppressed',
  'person-gone',
  'bad-header',
  'bad-address',
  'too-large',
  'no-answer',
  'held-too-long',
] satisfies Said[]

/** Why a mail is not simply sent: in our words where the reason is ours, else in those of the relay. */
export function reasonOf(
  mail: { state: string; lastError: string | null; possiblyDoubled: boolean },
  t: MailWords,
): string | null {
  const { lastError, possiblyDoubled } = mail
  if (lastError !== null && mail.state !== 'sent')
    return codes.includes(lastError) ? t(`why.${lastError as Said}`) : lastError
  return possiblyDoubled ? t('why.doubled') : null
}
