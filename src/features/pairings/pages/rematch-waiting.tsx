import { isolate } from '../../../platform/bidi.ts'
import { formats } from '../../../platform/formats.ts'
import { confirmWords } from '../../../platform/say.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Confirm,
  Form,
  type Frame,
  OfficePage,
  PersonChip,
} from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { rematchPath, trioPath } from '../../rounds/index.ts'
import { sectorName } from '../../scenarios/index.ts'
import { leavePath, waitingPath } from '../paths.ts'
import type { Free } from '../queries/rematch.ts'
import { words } from '../words.ts'
import { rematchCrumbs } from './rematch-part.tsx'

type WaitingProps = { frame: Frame; round: Round; person: Free }

/** Someone who waits for a partner: held for a while, or taken out of the round. */
export const WaitingPage = ({ frame, round, person }: WaitingProps) => {
  const t = words(frame.locale)
  const f = formats(frame.locale, 'UTC')
  const name = isolate(person.name, frame.locale)
  const act = person.isHeld ? 'end-hold' : 'hold'
  return (
    <OfficePage
      frame={frame}
      title={t('waiting.title', { name })}
      crumbs={rematchCrumbs(round, frame.locale)}
    >
      <PersonChip
        name={person.name}
        country={f.country(person.country)}
        sector={sectorName(frame.locale, person.sector)}
        note={person.isHeld ? t('rematch.held') : undefined}
      />
      <section>
        <h2>{t('waiting.hold.title')}</h2>
        <p>{t(person.isHeld ? 'waiting.held.text' : 'waiting.hold.text')}</p>
        <Form action={`${waitingPath(round.code, person.applicationId)}/${act}`}>
          <Button>{t(`rematch.${act}`, { name })}</Button>
        </Form>
      </section>
      {person.isHeld ? null : (
        <section>
          <h2>{t('waiting.trio.title')}</h2>
          <p>{t('waiting.trio.text')}</p>
          <Actions>
            <ButtonLink href={trioPath(round.code, person.applicationId)}>
              {t('waiting.trio.link')}
            </ButtonLink>
          </Actions>
        </section>
      )}
      <section>
        <h2>{t('leave.title')}</h2>
        <Confirm
          action={leavePath(round.code, person.applicationId)}
          words={confirmWords(frame.locale)}
          what={[t('leave.what'), t('leave.mails')]}
          whom={t('leave.whom', { name })}
          undo={t('leave.undo')}
          button={t('leave.button', { name })}
          danger
          cancel={{ href: rematchPath(round.code), label: t('part.cancel') }}
        />
      </section>
    </OfficePage>
  )
}
