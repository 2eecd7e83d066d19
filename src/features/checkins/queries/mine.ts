import { isolate } from '../../../platform/bidi.ts'
import { dayIn } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import type { Frame } from '../../../ui/index.ts'
import { leaveRoundPath } from '../../pairings/index.ts'
import type { OwnMatters } from '../../people/index.ts'
import { partnersOf } from '../emails.ts'
import { absenceLink } from '../pages/absence.tsx'
import { AskedAtHome, questionOf } from '../pages/answer.tsx'
import { ownCheckInPath } from '../paths.ts'
import { words } from '../words.ts'
import { absencesOf, livingPartnersOf, partnersAway } from './absences.ts'
import { latestOf } from './asked.ts'

/** Who is away in one’s pairings, as far as one may know; what to do when it is quiet, and where to say that one is away. */
export const ownQuiet: OwnMatters = async (db, actor, now) => {
  const today = dayIn(now, actor.zone)
  const partners = await livingPartnersOf(db, actor.id, now)
  if (partners.length === 0) return []
  const t = words(actor.locale)
  const say = formats(actor.locale, actor.zone)
  const [own, away] = await Promise.all([absencesOf(db, actor.id, today), partnersAway(db, partners, today)])
  const days = ({ fromOn, untilOn }: { fromOn: string; untilOn: string }) => ({
    from: say.day(fromOn),
    until: say.day(untilOn),
  })
  return [
    {
      title: t('quiet.title'),
      text: [
        ...away.map((one) =>
          t('quiet.partner-away', { name: isolate(one.name, actor.locale), ...days(one) }),
        ),
        ...own.map((one) => t('quiet.own-away', days(one))),
        t('quiet.text'),
      ],
      links: [
        absenceLink(actor.locale),
        ...[...new Set(partners.map(({ code }) => code))].map((code) => ({
          href: leaveRoundPath(code),
          label: t('quiet.leave'),
        })),
      ],
      place: 15,
    },
  ]
}

/** The question that is open, in each pairing of one’s own, with what one has said to it. */
export const ownCheckIns: OwnMatters = async (db, actor, now, speaker) => {
  const t = words(actor.locale)
  const open = await latestOf(db, actor.id, now)
  return open.map((asked) => ({
    title: questionOf(asked, actor.locale, speaker),
    text: [
      ...(asked.answer ? [`${t(`said.${asked.answer}`)} ${t(`next.${asked.answer}`)}`] : []),
      t('privacy', { names: partnersOf(asked, actor.locale) }),
    ],
    shown: (frame: Frame) => AskedAtHome({ frame, asked, base: ownCheckInPath(asked.id) }),
    links: [],
    place: 5,
  }))
}
