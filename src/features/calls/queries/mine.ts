import type { Db } from '../../../db/index.ts'
import { formats } from '../../../platform/formats.ts'
import { pausedSince } from '../../../platform/network/index.ts'
import { ownApplicationsOf } from '../../applications/index.ts'
import { type Actor, type OwnMatters, visitor } from '../../people/index.ts'
import {
  deadline,
  phaseOf,
  type Round,
  roundById,
  roundInText,
  roundPath,
  roundsFor,
  roundTitle,
} from '../../rounds/index.ts'
import { applyPath, checkPath, ownVoicePath } from '../paths.ts'
import { words } from '../words.ts'
import { unsentOf } from './drafts.ts'
import { ownVoicesOf } from './voices.ts'

/** What one has begun and not sent, and the calls that one has not answered yet. */
export const ownCalls: OwnMatters = async (db, actor, now) => {
  if (await pausedSince(db)) return voicesIn(db, actor)
  const [drafts, calls, voices] = await Promise.all([
    unsentOf(db, actor.id, now),
    callsTo(db, actor, now),
    voicesIn(db, actor),
  ])
  const t = words(actor.locale)
  const begun = drafts.map(({ sentAt, ...round }) => ({
    title: t('mine.title', { round: roundInText(actor.locale, round) }),
    text: [t(sentAt ? 'mine.changed' : 'mine.begun', { until: deadline(actor.locale, round, actor.zone) })],
    next: { href: sentAt ? checkPath(round.code) : applyPath(round.code), label: t('mine.on') },
    links: [],
    place: 25,
  }))
  const codes = new Set(drafts.map(({ code }) => code))
  return [
    ...begun,
    ...calls.filter(({ code }) => !codes.has(code)).map((round) => callMatter(round, actor, now)),
    ...voices,
  ]
}

/** What one is quoted with, and where to end that. */
async function voicesIn(db: Db, actor: Actor & { id: string }) {
  const t = words(actor.locale)
  const said = await ownVoicesOf(db, actor.id)
  const rounds = await Promise.all(said.map(({ roundId }) => roundById(db, roundId)))
  return rounds.map((round) => ({
    title: t('mine.voice.title', { round: roundInText(actor.locale, round) }),
    text: [t('mine.voice')],
    links: [{ href: ownVoicePath(round.code), label: t('mine.voice.link') }],
    place: 32,
  }))
}

/** Rounds that are open for applications or will be, and to which this person has not applied. */
async function callsTo(db: Db, actor: Actor & { id: string }, now: Date): Promise<Round[]> {
  const [rounds, own] = await Promise.all([
    roundsFor(db, visitor(actor.locale)),
    ownApplicationsOf(db, actor.id, now),
  ])
  const applied = new Set(own.map(({ roundId }) => roundId))
  return rounds.filter(
    (round) => ['upcoming', 'applying'].includes(phaseOf(round, now)) && !applied.has(round.id),
  )
}

function callMatter(round: Round, { locale, zone }: Actor, now: Date) {
  const t = words(locale)
  const days = {
    from: formats(locale, zone).instant(round.applyFrom),
    until: deadline(locale, round, zone),
  }
  return {
    title: roundTitle(locale, round),
    text: [t(phaseOf(round, now) === 'applying' ? 'mine.open' : 'mine.soon', days)],
    links: [{ href: roundPath(round.code), label: t('mine.about') }],
    place: 40,
  }
}
