import { isolate } from '../../../platform/bidi.ts'
import { formats } from '../../../platform/formats.ts'
import { fault } from '../../../platform/forms.ts'
import { confirmWords } from '../../../platform/say.ts'
import { Confirm, Field, type Frame, OfficePage } from '../../../ui/index.ts'
import { waysToPart } from '../../pairings/index.ts'
import { casePath, partCasePath } from '../paths.ts'
import type { CaseLine } from '../queries/queue.ts'
import { words } from '../words.ts'
import { queueCrumbs } from './queue.tsx'

/** The end of a pairing, decided in its case: what will happen to whom. */
export const PartCasePage = ({ frame, one, error }: { frame: Frame; one: CaseLine; error?: string }) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  const members = one.members.filter(({ isPartner }) => isPartner)
  const nameOf = (id: string) =>
    isolate(members.find(({ applicationId }) => applicationId === id)?.name ?? '', frame.locale)
  const names = say.list(members.map(({ applicationId }) => nameOf(applicationId)))
  const wayInWords = (left: readonly string[]) =>
    left.length === 0
      ? t('part.nobody')
      : t('part.leave', { names: say.list(left.map(nameOf)), count: left.length })
  return (
    <OfficePage
      frame={frame}
      title={t('part.title')}
      crumbs={[
        ...queueCrumbs(frame),
        { href: casePath(one.number), label: t('named.case', { number: String(one.number) }) },
      ]}
      faults={error ? [fault(frame.locale, t('part.who'), 'leaving', t('error.choose-who-leaves'))] : []}
    >
      <Confirm
        action={partCasePath(one.number)}
        words={confirmWords(frame.locale)}
        what={[t('part.what.free'), t('part.what.left'), t('part.what.never'), t('part.what.case')]}
        whom={names}
        undo={t('part.undo')}
        button={t('part.button')}
        danger
        cancel={{ href: casePath(one.number), label: t('part.cancel') }}
      >
        <Field
          type="radios"
          name="leaving"
          label={t('part.who')}
          options={waysToPart(members.map(({ applicationId }) => applicationId)).map(({ left }) => ({
            value: left.join(' ') || 'nobody',
            label: wayInWords(left),
          }))}
          value=""
          error={error ? t('error.choose-who-leaves') : undefined}
        />
      </Confirm>
    </OfficePage>
  )
}
