import type { App } from '../../../platform/app.ts'
import { locales } from '../../../platform/words.ts'
import { settleReply } from '../../mail/index.ts'
import { roundById } from '../../rounds/index.ts'
import type { Choice } from '../checkin.ts'
import { askedById } from '../queries/asked.ts'
import { lockReply, type Replied, waitingReplies } from '../queries/replies.ts'
import { type Phrases, readReply } from '../reply.ts'
import { words } from '../words.ts'
import { isOpen, noteAnswer } from './answering.ts'

/**
 * Takes what people replied to emails of check-ins as their answers: a known word as that, anything else as words of their
 * own for a coordinator. Which email a letter answers is known by the address it came to; who it claims to be from
 * counts for nothing. What cannot be an answer any more, or says nothing, stays among the letters of the office.
 *
 * @returns how many were taken
 */
export async function takeReplies(app: App): Promise<number> {
  let taken = 0
  for (const reply of await waitingReplies(app.db)) if (await takeReply(app, reply)) taken += 1
  return taken
}

const takeReply = (app: App, { letterId, checkInId }: Replied): Promise<boolean> =>
  app.db.transaction().execute(async (tx) => {
    const text = await lockReply(tx, letterId)
    if (text === null) return false
    await tx.selectFrom('checkIn').where('id', '=', checkInId).select('id').forUpdate().execute()
    const asked = await askedById(tx, checkInId)
    if (!isOpen(asked, await roundById(tx, asked.roundId), app.now())) return false
    const reply = readReply(text, asked.name, phrases())
    if (reply === null) return false
    await noteAnswer(app, tx, asked, { ...reply, way: 'reply' })
    await settleReply(app, tx, letterId)
    return true
  })

/** What counts as an answer, in every language we speak: people reply in theirs, whichever we wrote in. */
function phrases(): Phrases {
  const said = (key: 'polite' | 'closing' | Choice) =>
    locales.flatMap((locale) => words(locale)(`reply.${key}`).split('|'))
  return {
    answers: { yes: said('yes'), 'not-yet': said('not-yet'), help: said('help') },
    polite: said('polite'),
    closing: said('closing'),
  }
}
