import type { OwnMatters } from '../../people/index.ts'
import { subscribePath } from '../paths.ts'
import { words } from '../words.ts'
import { subscriptionOf } from './subscriptions.ts'

/** That one gets the newsletter, how often, and where that is changed; nothing for who does not. */
export const ownSubscription: OwnMatters = async (db, actor) => {
  const own = actor.email === null ? undefined : await subscriptionOf(db, actor.email)
  if (!own) return []
  const t = words(actor.locale)
  return [
    {
      title: t('mine.title'),
      text: [t(own.pausedAt ? 'mine.paused' : `mine.${own.rhythm}`)],
      links: [{ href: subscribePath, label: t('mine.change') }],
      place: 90,
    },
  ]
}
