import type { App } from '../../../platform/app.ts'
import { namesOf, type Telling, tellingIn } from '../../../platform/sentence.ts'
import type { WordedEmail } from '../../../platform/worded.ts'
import { type Locale, sentenceId, type Wording, wordingMisfit } from '../../../platform/words.ts'
import { fileForm, isBehind, type Role, roleOf, typedForm } from '../wording.ts'
import { oursAt, type Revision, revisionsOf } from './revisions.ts'

/** One email in one language. */
export type Place = { email: WordedEmail<App>; locale: Locale }

/** A sentence of an email as the form shows it. */
export type Sentence = {
  key: string
  role: Role
  /** Counted from 1 among those of its role; 0 where there is but one. */
  place: number
  /** As it comes, and as it is said now. */
  ours: string
  said: string
  /** Names that it must hold, and those of them that tell cases apart. */
  names: string[]
  tells: Telling[]
  /** What became of it last, where anyone has changed it. */
  newest: Revision | undefined
  isBehind: boolean
  /** It no longer fits what a later version of ours is given, so that ours is said. */
  isUnfit: boolean
  /** Other emails in which it stands as well. */
  alsoIn: WordedEmail<App>[]
}

/** Everything that is to be known of the sentences of an email, and all that became of them, the newest first. */
export async function sentencesOf(
  { db, worded }: App,
  place: Place,
): Promise<{ sentences: Sentence[]; revisions: Revision[] }> {
  const { email, locale } = place
  const revisions = await revisionsOf(db, { ...email, locale })
  const roles = email.keys.map((key) => roleOf(key, email.keys))
  const sentences = email.keys.map((key, index) => {
    const role = roles[index] ?? 'text'
    const alike = roles.filter((one) => one === role).length
    return {
      ...sentenceAt({ feature: email.feature, key, locale }, revisions),
      role,
      place: alike === 1 ? 0 : roles.slice(0, index + 1).filter((one) => one === role).length,
      alsoIn: worded.filter(
        (one) => one !== email && one.feature === email.feature && one.keys.includes(key),
      ),
    }
  })
  return { sentences, revisions }
}

function sentenceAt(at: { feature: string; key: string; locale: Locale }, revisions: readonly Revision[]) {
  const newest = revisions.find(({ key }) => key === at.key)
  const ours = oursAt(at)
  return {
    ...{ key: at.key, newest, names: namesOf(ours), tells: tellingIn(ours), ours: typedForm(ours) },
    said: typedForm(newest?.text ?? ours),
    isBehind: newest !== undefined && isBehind(newest, ours),
    isUnfit: newest?.text ? wordingMisfit(newest.text, at) !== null : false,
  }
}

/** What the network would say, if what was typed were saved. */
export function wordingWith(
  wording: Wording,
  { email, locale }: Place,
  typed: Readonly<Record<string, string>>,
): Wording {
  const said = email.keys.flatMap((key) => {
    const at = { feature: email.feature, key, locale }
    const text = typed[key]
    return text === undefined
      ? []
      : [[sentenceId(at), text === '' ? oursAt(at) : fileForm(text, oursAt(at))] as const]
  })
  return { ...wording, ...Object.fromEntries(said) }
}
