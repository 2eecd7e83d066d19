import { dayIn } from '../../../../platform/days.ts'
import { formats } from '../../../../platform/formats.ts'
import { formInWords } from '../../../../platform/forms.ts'
import { licenceOf } from '../../../../platform/licences.ts'
import { errorWords } from '../../../../platform/say.ts'
import { Actions, Button, ButtonLink, Facts, Field, Form, Notice, OfficePage } from '../../../../ui/index.ts'
import { officePostPath } from '../../../posts/index.ts'
import { daysSince, dueAt, standingOf } from '../../contribution.ts'
import { actPath, queuePath } from '../../paths.ts'
import { words } from '../../words.ts'
import { Said } from '../said.tsx'
import { ContributionText } from '../text.tsx'
import { AskingAuthor } from './agreement.tsx'
import { Deciding } from './deciding.tsx'
import { type ContributionProps, fieldNames, type OfficeField, type WithFields } from './props.ts'

/** One contribution: the text, who sent it, what was said of it, and what to decide. */
export const OfficeContributionPage = (props: ContributionProps) => {
  const { frame, contribution, picture, form, now, actor } = props
  const t = words(frame.locale)
  const labels = Object.fromEntries(fieldNames.map((name) => [name, t(`field.${name}`)])) as Record<
    OfficeField,
    string
  >
  const { field, faults } = formInWords(frame.locale, labels, form, errorWords(words, frame.locale))
  const standing = standingOf(contribution, contribution.post, now)
  const isOpen = standing === 'waiting' || standing === 'asked'
  return (
    <OfficePage
      frame={frame}
      title={contribution.title}
      kicker={t(`kind.${contribution.kind}`)}
      crumbs={[{ href: queuePath, label: t('queue.title') }]}
      faults={faults}
    >
      <Standing {...props} />
      <About {...props} />
      <section>
        <h2>{t('one.text')}</h2>
        <ContributionText frame={frame} written={contribution} picture={picture} />
      </section>
      {isOpen ? <Deciding {...props} field={field} /> : null}
      {standing === 'editing' || standing === 'proof' ? <AskingAuthor {...props} field={field} /> : null}
      <Said frame={frame} words={props.words} zone={actor.zone} isOffice />
      <Among {...props} field={field} />
    </OfficePage>
  )
}

/** Where it stands, since when, and where one goes on. */
const Standing = ({ frame, contribution, rule, now, actor }: ContributionProps) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, actor.zone)
  const { post, stageAt } = contribution
  const standing = standingOf(contribution, post, now)
  const isLate = standing === 'waiting' && dueAt(stageAt, rule) <= now
  return (
    <Notice
      tone={isLate ? 'warning' : 'info'}
      actions={post ? <ButtonLink href={officePostPath(post.id)}>{t('one.post')}</ButtonLink> : undefined}
    >
      {standing === 'waiting'
        ? t(isLate ? 'one.late' : 'one.waits', {
            days: daysSince(stageAt, now),
            day: say.shortDay(dayIn(dueAt(stageAt, rule), actor.zone)),
          })
        : t(`one.${standing}`, { day: say.shortDay(dayIn(stageAt, actor.zone)) })}
    </Notice>
  )
}

const About = ({ frame, contribution, actor }: ContributionProps) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, actor.zone)
  const { name, country, email, owner, sentAt, about, licence, coauthors } = contribution
  return (
    <Facts
      facts={[
        {
          term: t('column.who'),
          detail: (
            <>
              {say.names([name, ...coauthors])}
              {country ? ` · ${say.country(country)}` : ''}
            </>
          ),
        },
        ...(email ? [{ term: t('one.email'), detail: <bdi>{email}</bdi> }] : []),
        ...(about ? [{ term: t('one.about'), detail: <bdi>{about}</bdi> }] : []),
        { term: t('column.sent'), detail: say.instant(sentAt) },
        { term: t('one.consent'), detail: licenceOf(licence)?.name ?? licence },
        { term: t('column.owner'), detail: <bdi>{owner?.name ?? t('owner.nobody')}</bdi> },
      ]}
    />
  )
}

/** What editors say among themselves, and who of them looks after it. */
const Among = ({ frame, contribution, editors, actor, field }: WithFields) => {
  const t = words(frame.locale)
  const { id, owner } = contribution
  const owned = field('owner')
  return (
    <section>
      <h2>{t('among.title')}</h2>
      {owner?.id === actor.id || actor.id === null ? null : (
        <Form action={actPath(id, 'claim')}>
          <Actions>
            <Button>{t(owner ? 'do.claim.over' : 'do.claim')}</Button>
          </Actions>
        </Form>
      )}
      <Form action={actPath(id, 'hand-over')}>
        <Field
          type="select"
          placeholder={t('owner.nobody')}
          optional=""
          options={editors.map(({ id: value, name }) => ({ value, label: name }))}
          {...owned}
          value={owned.value || (owner?.id ?? '')}
        />
        <Actions>
          <Button>{t('do.hand')}</Button>
        </Actions>
      </Form>
      <Form action={actPath(id, 'note')}>
        <Field type="textarea" rows={3} hint={t('field.note.hint')} {...field('note')} />
        <Actions>
          <Button>{t('do.note')}</Button>
        </Actions>
      </Form>
    </section>
  )
}
