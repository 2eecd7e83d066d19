import type { OwnMatters } from '../../people/index.ts'
import { roundById } from '../../rounds/index.ts'
import { sayingTo } from '../emails.ts'
import { ownTrioPath } from '../paths.ts'
import { words } from '../words.ts'
import { questionsTo } from './offers.ts'

/** Whether they would be three, asked on one's own front page until all have answered. */
export const ownTrios: OwnMatters = async (db, actor, now, speaker) => {
  const open = await questionsTo(db, actor.id, now)
  const matters = open.map(async ({ offer, asked }) => {
    const round = await roundById(db, offer.roundId)
    const said = sayingTo({ offer, asked }, { round, speaker, locale: actor.locale })
    const link = { href: ownTrioPath(asked.id), label: words(actor.locale)('mine.link') }
    return {
      title: said.question,
      text: [asked.agrees ? words(actor.locale)('said.yes', { until: said.until }) : said.why],
      ...(asked.agrees ? { links: [link] } : { next: link, links: [] }),
      place: 6,
    }
  })
  return Promise.all(matters)
}
