import { confirmWords } from '../../../platform/say.ts'
import { Confirm, type Frame, Page } from '../../../ui/index.ts'
import { mePath } from '../../people/index.ts'
import { type Round, roundInText } from '../../rounds/index.ts'
import { leaveRoundPath } from '../paths.ts'
import { words } from '../words.ts'

/** Asks before someone leaves a round that runs. */
export const LeavePage = ({ frame, round, partners }: { frame: Frame; round: Round; partners: number }) => {
  const t = words(frame.locale)
  const inText = roundInText(frame.locale, round)
  return (
    <Page frame={frame} title={t('leave-own.title', { round: inText })} lead={t('leave-own.lead')}>
      <Confirm
        action={leaveRoundPath(round.code)}
        words={confirmWords(frame.locale)}
        what={[t('leave-own.what.place'), t('leave-own.what.mails')]}
        whom={t(partners > 0 ? 'leave-own.whom.partner' : 'leave-own.whom.nobody', { count: partners })}
        undo={t('leave-own.undo')}
        button={t('leave-own.button', { round: inText })}
        danger
        cancel={{ href: mePath, label: t('leave-own.cancel') }}
      />
    </Page>
  )
}
