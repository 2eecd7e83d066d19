import {
  Button,
  ButtonLink,
  Confirm,
  Empty,
  ErrorSummary,
  Field,
  Form,
  type Frame,
  OfficePage,
} from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { againPath } from '../../rounds/index.ts'
import { newPairsPath, releaseAgainPath } from '../paths.ts'
import type { NewPairsDesk } from '../queries/again-desk.ts'
import { words } from '../words.ts'
import { Obstacle } from './again-pairs.tsx'
import { againCrumbs } from './again-part.tsx'
import { isWrittenTo } from './again-still.tsx'

type ReleaseAgainProps = {
  frame: Frame
  round: Round
  desk: NewPairsDesk | null
  /** Code of what is wrong with the form that came back. */
  error?: string
}

/** The page that the release of the new pairs has to itself: who is touched, and that nobody else is. */
export const ReleaseAgainPage = ({ frame, round, desk, error }: ReleaseAgainProps) => {
  const t = words(frame.locale)
  return (
    <OfficePage
      frame={frame}
      title={t('release-again.title')}
      lead={t('release-again.lead')}
      crumbs={[
        ...againCrumbs(round, frame.locale),
        { href: newPairsPath(round.code), label: t('new-pairs.title') },
      ]}
      titlePrefix={error ? t('release.error') : undefined}
    >
      {error ? (
        <ErrorSummary
          title={t('release.error')}
          errors={[{ name: 'agreed', message: t('error.tick-to-release') }]}
        />
      ) : null}
      {desk === null ? (
        <Empty title={t('new-pairs.none.title')} text={t('new-pairs.none')}>
          <ButtonLink href={againPath(round.code)}>{t('again.title')}</ButtonLink>
        </Empty>
      ) : desk.obstacle ? (
        <Obstacle frame={frame} round={round} desk={desk} />
      ) : (
        <>
          <section>
            <h2>{t('rehearse.title')}</h2>
            <p>{t('rehearse.text')}</p>
            <Form action={`${releaseAgainPath(round.code)}/rehearse`} token={frame.formToken}>
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
      action={releaseAgainPath(round.code)}
      token={frame.formToken}
      hidden={{ scenario: String(number) }}
      what={{
        title: t('release.what'),
        items: [
          t('release.what.pairings', { count: desk.pairs.length }),
          t('release.what.mails', { count: people }),
          ...(untold > 0 ? [t('release-again.what.untold', { count: untold })] : []),
          t('release.what.pages'),
          t('release-again.what.others', { count: desk.living }),
        ],
      }}
      whom={{
        title: t('release.whom'),
        body: t('release.whom.text', { people, countries: desk.countries }),
      }}
      undo={{ title: t('release.undo'), body: t('release-again.undo') }}
      button={t('release.button', { count: people })}
      danger
      cancel={{ href: newPairsPath(round.code), label: t('release-again.cancel') }}
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
