import type { UnderAddress } from '../../people/index.ts'
import { standingOf } from '../contribution.ts'
import { openPath } from '../paths.ts'
import { openingToken } from '../policy.ts'
import { words } from '../words.ts'
import { contributionsOf } from './contributions.ts'

/** The contributions of an address, each with a button that opens its page. */
export const contributionsUnder: UnderAddress = async (app, key, locale) => {
  const t = words(locale)
  const found = await contributionsOf(app.db, key)
  return found.map((contribution) => {
    const standing = standingOf(contribution, contribution.post, app.now())
    return {
      ...{ what: t(`kind.${contribution.kind}`), title: contribution.title },
      ...{ standing: t(`own.${standing}.title`), isPublic: standing === 'out' },
      way: { href: openPath, key: openingToken(app, contribution.id), label: t('under.open') },
    }
  })
}
