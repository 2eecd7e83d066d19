import type { OwnMatters } from '../../people/index.ts'
import { deadline, roundInText } from '../../rounds/index.ts'
import { applyPath, checkPath } from '../paths.ts'
import { words } from '../words.ts'
import { unsentOf } from './drafts.ts'

/** What one has begun and not sent. */
export const ownDrafts: OwnMatters = async (db, actor, now) => {
  const t = words(actor.locale)
  const drafts = await unsentOf(db, actor.id, now)
  return drafts.map(({ sentAt, ...round }) => ({
    title: t('mine.title', { round: roundInText(actor.locale, round) }),
    text: [t(sentAt ? 'mine.changed' : 'mine.begun', { until: deadline(actor.locale, round, actor.zone) })],
    links: [{ href: sentAt ? checkPath(round.code) : applyPath(round.code), label: t('mine.on') }],
    place: 25,
  }))
}
