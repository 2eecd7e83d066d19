import { confirmWords } from '../../../platform/say.ts'
import { Confirm, type Frame, Page } from '../../../ui/index.ts'
import { mePath } from '../../people/index.ts'
import { type Round, roundInText } from '../../rounds/index.ts'
import { takeBackVoicePath } from '../paths.ts'
import type { Voice } from '../voice.ts'
import { words } from '../words.ts'
import { Quote } from './voices.tsx'

/** What one is quoted with, as everyone reads it, and the button that ends it. */
export const OwnVoicePage = ({ frame, round, voice }: { frame: Frame; round: Round; voice: Voice }) => {
  const t = words(frame.locale)
  return (
    <Page frame={frame} title={t('own-voice.title', { round: roundInText(frame.locale, round) })}>
      <Confirm
        action={takeBackVoicePath(round.code)}
        words={confirmWords(frame.locale)}
        what={[t('own-voice.what'), t('own-voice.consent')]}
        whom={<Quote voice={voice} />}
        undo={t('own-voice.undo')}
        button={t('own-voice.button')}
        cancel={{ href: mePath, label: t('own-voice.cancel') }}
      />
    </Page>
  )
}
