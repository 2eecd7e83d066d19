import type { UnderAddress } from '../../people/index.ts'
import { postPath } from '../../posts/index.ts'
import { answerPath } from '../paths.ts'
import { answerKey } from '../policy.ts'
import { mayStillAnswer, type Standing, standingOf } from '../reprint.ts'
import { words } from '../words.ts'
import { type AuthorAnswer, reprintsOf } from './reprints.ts'

/** What an address asked for leave to reprint, with the way to the post; and what its reader was asked as an author. */
export const reprintsUnder: UnderAddress = async (app, key, locale) => {
  const t = words(locale)
  const found = await reprintsOf(app.db, key)
  return found.map(({ reprint, asked }) => {
    const standing = standingOf(reprint)
    const about = { title: `${reprint.publication} · ${reprint.post.title}`, isPublic: false }
    if (asked === null) {
      const way = { href: postPath(reprint.post.slug), label: t('under.post') }
      return { ...about, what: t('under.asker'), standing: t(`under.${toldAsker[standing]}`), way }
    }
    const way = { href: answerPath(answerKey(app, asked.id)), label: t('under.answer') }
    return { ...about, what: t('under.author'), standing: t(saidOf(asked, standing)), way }
  })
}

/** Whoever asked learns that it may not be, and not who said so. */
const toldAsker = {
  waiting: 'waiting',
  asked: 'asked',
  allowed: 'allowed',
  appeared: 'appeared',
  refused: 'refused',
  declined: 'refused',
} as const satisfies Record<Standing, string>

function saidOf({ answer }: AuthorAnswer, standing: Standing) {
  if (answer !== null) return `under.${answer}` as const
  return mayStillAnswer(standing) ? 'under.silent' : 'under.settled'
}
