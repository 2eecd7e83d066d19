import { sql } from 'kysely'
import type { App } from '../../platform/app.ts'
import { note } from '../../platform/journal.ts'
import { isTurned } from '../../platform/one-line.ts'
import { allow, Conflict, NotFound, Unacceptable } from '../../platform/refusals.ts'
import { namesOf } from '../../platform/sentence.ts'
import { type Locale, wordingMisfit } from '../../platform/words.ts'
import type { Actor } from '../people/index.ts'
import { mayWordEmails } from './policy.ts'
import { oursAt, type Revision, revisionsOf } from './queries/revisions.ts'
import type { Place } from './queries/sentences.ts'
import { type At, fileForm, longest, typedForm } from './wording.ts'

/** A sentence that is to be said otherwise. */
export type Change = {
  key: string
  /** As it was typed; null for ours. */
  text: string | null
  /** The number of the revision it was begun from, 0 for none. */
  base: number
  /** It stays as it is, although ours reads differently since. */
  keeps?: boolean
}

/**
 * Says sentences of an email otherwise, from the next one that is written on; what was not changed needs no revision.
 * Emails that are queued stay as they were written.
 *
 * @returns how many are said as they come again, as they were emptied or typed like ours
 * @throws Forbidden unless a director asks
 * @throws Unacceptable `wording-unreadable`, `wording-unknown`, `wording-missing`, `wording-cases`, `wording-turned`,
 *   `wording-long`
 * @throws Conflict `wording-changed` when someone else has changed one of them since
 */
export async function wordEmail(
  app: App,
  actor: Actor,
  { email, locale }: Place,
  changes: readonly Change[],
): Promise<number> {
  allow(mayWordEmails(actor))
  const { feature, keys } = email
  for (const { key, text } of changes) {
    if (!keys.includes(key)) throw new NotFound('no-such-sentence', { key })
    const misfit = text === null ? null : misfitIn(text, { feature, key, locale })
    if (misfit) throw misfit
  }
  return app.db.transaction().execute(async (tx) => {
    // One after the other: whoever waited sees what the other has made.
    await sql`lock table wording_revision in share row exclusive mode`.execute(tx)
    const revisions = await revisionsOf(tx, { feature, keys, locale })
    const due = changes.flatMap((change) => dueOf(change, { feature, key: change.key, locale }, revisions))
    if (due.length === 0) return 0
    const written = { writtenBy: actor.id, writtenAt: app.now() }
    await tx
      .insertInto('wordingRevision')
      .values(due.map((one) => ({ ...one, feature, locale, ...written })))
      .execute()
    const said = due.map(({ key }) => `${feature}:${key}`)
    await note(tx, app.now(), actor.id, 'wording.changed', null, {
      sentences: said,
      locale,
      count: due.length,
    })
    return due.filter(({ text }) => text === null).length
  })
}

/** What must be written for a change: nothing for what stays as it is, or was changed by pressing twice. */
function dueOf({ key, text, base, keeps = false }: Change, at: At, revisions: readonly Revision[]) {
  const ours = oursAt(at)
  const form = text === null ? null : fileForm(text, ours)
  const wish = form === ours ? null : form
  const all = revisions.filter((one) => one.key === key)
  const newest = all[0]
  const begunFrom = all.find(({ number }) => number === base)
  if (wish === (newest?.text ?? null) && !(keeps && newest)) return []
  if ((newest?.number ?? 0) !== base) {
    if (wish === (begunFrom?.text ?? null) && !keeps) return []
    throw new Conflict('wording-changed')
  }
  return [{ key, text: wish, ours, number: base + 1 }]
}

/** The refusal of a sentence that cannot stand in for ours; null where it can. */
export function misfitIn(text: string, at: At & { locale: Locale }): Unacceptable | null {
  if (isTurned(text)) return new Unacceptable('wording-turned')
  if (text.length > longest) return new Unacceptable('wording-long', { most: longest })
  const misfit = wordingMisfit(text, at)
  if (!misfit) return null
  if (misfit.code === 'unreadable') return new Unacceptable('wording-unreadable')
  const names = inBraces(misfit.names)
  if (misfit.code === 'missing') return new Unacceptable('wording-missing', { names })
  if (misfit.code === 'cases')
    return new Unacceptable('wording-cases', { names, ours: typedForm(oursAt(at)) })
  return new Unacceptable('wording-unknown', { names, given: inBraces(namesOf(oursAt(at))) })
}

const inBraces = (names: readonly string[]) => names.map((name) => `{${name}}`).join(', ') || '–'
