import { confirmWords } from '../../../platform/say.ts'
import { Button, ButtonLink, Confirm, Empty, Field, Form, type Frame, OfficePage } from '../../../ui/index.ts'
import { UnreachableNotice } from '../../applications/index.ts'
import type { Round } from '../../rounds/index.ts'
import { rematchPath } from '../../rounds/index.ts'
import { newPairsPath, releaseRematchPath } from '../paths.ts'
import type { NewPairsDesk } from '../queries/rematch-desk.ts'
import { words } from '../words.ts'
import { notTicked } from './release.tsx'
import { Obstacle } from './rematch-pairs.tsx'
import { rematchCrumbs } from './rematch-part.tsx'
import { isWrittenTo } from './rematch-still.tsx'

type ReleaseRematchProps = {
  frame: Frame
  round: Round
  desk: NewPairsDesk | null
  /** Code of what is wrong with the form that came back. */
  error?: string
}

/** The page that the release of the new pairs has to itself: who is touched, and that nobody else is. */
export const ReleaseRematchPage = ({ frame, round, desk, error }: ReleaseRematchProps) => {
  const t = words(frame.locale)
  return (
    <OfficePage
      frame={frame}
      title={t('rematch-release.title')}
      lead={t('rematch-release.lead')}
      crumbs={[
        ...rematchCrumbs(round, frame.locale),
        { href: newPairsPath(round.code), label: t('new-pairs.title') },
      ]}
      faults={error ? [notTicked(frame.locale)] : []}
    >
      {desk === null ? (
        <Empty title={t('new-pairs.none.title')} text={t('new-pairs.none')}>
          <ButtonLink href={rematchPath(round.code)}>{t('rematch.title')}</ButtonLink>
        </Empty>
      ) : desk.obstacle ? (
        <Obstacle frame={frame} round={round} desk={desk} />
      ) : (
        <>
          <UnreachableNotice
            {...{ locale: frame.locale, round }}
            people={desk.unreachable}
            waiting={desk.answersWaiting}
          />
          <section>
            <h2>{t('rehearse.title')}</h2>
            <p>{t('rehearse.text')}</p>
            <Form action={`${releaseRematchPath(round.code)}/rehearse`}>
              <Button>{t('rehearse.button')}</Button>
            </Form>
          </section>
          <ConfirmRelease frame={frame} round={round} desk={desk} error={error} />
        </>
      )}
    </OfficePage>
  )
}

const ConfirmRelease = (props: { frame: Frame; round: Round; desk: NewPairsDesk; error?: string }) => {
  const { frame, round, desk, error } = props
  const t = words(frame.locale)
  const { number } = desk.scenario
  const people = desk.pairs.reduce((sum, { members }) => sum + members.length, 0)
  const untold = desk.waiting.filter((one) => isWrittenTo(desk.free.get(one.applicationId))).length
  return (
    <Confirm
      action={releaseRematchPath(round.code)}
      hidden={{ scenario: String(number) }}
      words={confirmWords(frame.locale)}
      what={[
        t('release.what.pairings', { count: desk.pairs.length }),
        t('release.what.mails', { count: people }),
        ...(untold > 0 ? [t('rematch-release.what.untold', { count: untold })] : []),
        t('release.what.pages'),
        t('rematch-release.what.others', { count: desk.living }),
      ]}
      whom={t('release.whom.text', { people, countries: desk.countries })}
      undo={t('rematch-release.undo')}
      button={t('release.button', { count: people })}
      danger
      cancel={{ href: newPairsPath(round.code), label: t('rematch-release.cancel') }}
    >
      <Field
        type="checkboxes"
        name="agreed"
        label={t('release.agree.title')}
        options={[{ value: 'yes', label: t('release.agree', { number }) }]}
        value={[]}
        error={error ? t('error.tick-to-release') : undefined}
      />
    </Confirm>
  )
}
