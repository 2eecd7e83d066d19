import { dayIn } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import type { OwnMatters } from '../../people/index.ts'
import { roundById, roundInText } from '../../rounds/index.ts'
import { ownSurveyPath } from '../paths.ts'
import { surveyState } from '../survey.ts'
import { words } from '../words.ts'
import { openResponsesOf } from './responses.ts'

/** The surveys one was asked to answer, while they are open. */
export const ownSurveys: OwnMatters = async (db, actor, now) => {
  const t = words(actor.locale)
  const asked = await openResponsesOf(db, actor.id, dayIn(now, 'Pacific/Pago_Pago'))
  const rounds = await Promise.all(asked.map(({ roundId }) => roundById(db, roundId)))
  return asked.flatMap((response, at) => {
    const round = rounds[at]
    if (!round || surveyState(response, dayIn(now, round.zone)) !== 'open') return []
    const stage = response.finishedAt ? 'finished' : response.begunAt ? 'begun' : 'invited'
    const day = formats(actor.locale, round.zone).day(response.closesOn)
    return [
      {
        title: t('mine.title', { sheet: response.sheet, round: roundInText(actor.locale, round) }),
        text: [t(`mine.${stage}`, { day, sheet: response.sheet })],
        links: [{ href: ownSurveyPath(response.id), label: t(`mine.${stage}.link`) }],
        place: 6,
      },
    ]
  })
}
