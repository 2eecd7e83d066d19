import { unsubscribeToken } from '../../../platform/mail/index.ts'
import type { UnderAddress } from '../../people/index.ts'
import { callsList, newsletterList } from '../../subscribers/index.ts'
import { subscriptionsPath } from '../paths.ts'
import { words } from '../words.ts'

/** The lists that an address is on, each with the way to the page of one's subscriptions. */
export const listsUnder: UnderAddress = async (app, key, locale) => {
  const t = words(locale)
  const rows = await app.db
    .selectFrom('subscriber')
    .where('emailKey', '=', key)
    .where('leftAt', 'is', null)
    .select(['id', 'list', 'confirmedAt'])
    .orderBy('askedAt')
    .orderBy('list')
    .execute()
  return rows.map(({ id, list, confirmedAt }) => ({
    what: t('under.list'),
    title: t(list === newsletterList ? 'own.newsletter' : list === callsList ? 'own.calls' : 'own.replies'),
    standing: t(confirmedAt === null ? 'under.asked' : 'under.on'),
    isPublic: false,
    way: {
      href: subscriptionsPath(unsubscribeToken(app, { readerId: id, list })),
      label: t('under.open'),
    },
  }))
}
