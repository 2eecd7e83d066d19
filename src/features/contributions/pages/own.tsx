import { dayIn } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import type { FormState } from '../../../platform/forms.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Disclosure,
  Form,
  type Frame,
  Notice,
  Page,
  Steps,
} from '../../../ui/index.ts'
import { contactPath } from '../../pages/index.ts'
import { keptLink } from '../../people/index.ts'
import { postPath, type Revision } from '../../posts/index.ts'
import { dueAt, mayBeChanged, mayBeTakenBack, type Rule, type Standing, standingOf } from '../contribution.ts'
import { changePath, takeBackPath } from '../paths.ts'
import type { Contribution, Word } from '../queries/contributions.ts'
import { words } from '../words.ts'
import { Agreeing, wishField } from './agreeing.tsx'
import type { ShownPicture } from './fields.tsx'
import { Said } from './said.tsx'
import { ContributionText } from './text.tsx'

export type OwnProps = {
  frame: Frame
  secret: string
  contribution: Contribution
  words: readonly Word[]
  picture: ShownPicture | null
  rule: Rule
  now: Date
  /** What became of the text beside what its author wrote; null while nothing has. */
  compared: { before: Revision; after: Revision } | null
  form: FormState
}

/** Where a contribution stands, for its author, who keeps the address of this page. */
export const OwnPage = (props: OwnProps) => {
  const { frame, secret, contribution, picture, now } = props
  const t = words(frame.locale)
  const own = keptLink(frame.locale)
  const standing = standingOf(contribution, contribution.post, now)
  return (
    <Page
      frame={frame}
      title={t(`own.${standing}.title`)}
      kicker={<bdi>{contribution.title}</bdi>}
      isUnlisted
      faults={wishField(frame, props.form).faults}
    >
      <Way frame={frame} standing={standing} />
      <Next {...props} standing={standing} />
      {props.compared && ['proof', 'agreed', 'scheduled', 'waived'].includes(standing) ? (
        <Agreeing {...props} compared={props.compared} isAsked={standing === 'proof'} />
      ) : null}
      <Said frame={frame} words={props.words} />
      {standing === 'withdrawn' || standing === 'out' ? null : (
        <section>
          <h2>{t('own.text')}</h2>
          <ContributionText frame={frame} written={contribution} picture={picture} />
        </section>
      )}
      {mayBeTakenBack(standing) ? <TakingBack frame={frame} secret={secret} /> : null}
      <p class="hint">{t('own.keep')}</p>
      <p>
        <a href={own.href}>{own.label}</a>
      </p>
    </Page>
  )
}

const way = ['waiting', 'editing', 'proof', 'scheduled', 'out'] as const
const placeOf: Record<Standing, number> = {
  ...{ waiting: 0, asked: 0, declined: 0, withdrawn: 0 },
  ...{ editing: 1, proof: 2, agreed: 3, waived: 3, scheduled: 3, out: 4, 'taken-down': 4 },
}

/** The steps of its way; none for what has left it. */
const Way = ({ frame, standing }: { frame: Frame; standing: Standing }) => {
  const t = words(frame.locale)
  if (standing === 'declined' || standing === 'withdrawn' || standing === 'taken-down') return null
  const here = placeOf[standing]
  return (
    <Steps
      label={t('way')}
      words={{ done: t('way.done'), now: t('way.now'), next: t('way.next') }}
      steps={way.map((step, index) => ({
        label: t(`way.${step}`),
        state: index < here ? 'done' : index === here ? 'now' : 'next',
      }))}
    />
  )
}

/** What happens next, and the one thing to do now. */
const Next = ({ frame, secret, contribution, rule, standing }: OwnProps & { standing: Standing }) => {
  const t = words(frame.locale)
  const { post, stageAt } = contribution
  const zone = post?.zone ?? 'UTC'
  const say = formats(frame.locale, zone)
  const said = {
    day: say.shortDay(dayIn(dueAt(stageAt, rule), zone)),
    at: post?.publishAt ? say.instant(post.publishAt) : '',
  }
  const tone = standing === 'out' || standing === 'agreed' || standing === 'scheduled' ? 'success' : 'info'
  return (
    <>
      <Notice tone={standing === 'asked' ? 'warning' : tone}>{t(`own.${standing}.text`, said)}</Notice>
      {standing === 'out' && post ? (
        <Actions>
          <ButtonLink kind="primary" href={postPath(post.slug)}>
            {t('own.see')}
          </ButtonLink>
        </Actions>
      ) : null}
      {standing === 'taken-down' ? (
        <p>
          <a href={contactPath}>{t('own.contact')}</a>
        </p>
      ) : null}
      {mayBeChanged(contribution.stage) ? (
        <Actions>
          <ButtonLink kind={standing === 'asked' ? 'primary' : 'quiet'} href={changePath(secret)}>
            {t('own.change')}
          </ButtonLink>
        </Actions>
      ) : null}
    </>
  )
}

const TakingBack = ({ frame, secret }: { frame: Frame; secret: string }) => {
  const t = words(frame.locale)
  return (
    <Disclosure summary={t('own.take-back')}>
      <p>{t('own.take-back.text')}</p>
      <Form action={takeBackPath(secret)}>
        <Actions>
          <Button kind="danger">{t('own.take-back.button')}</Button>
        </Actions>
      </Form>
    </Disclosure>
  )
}
