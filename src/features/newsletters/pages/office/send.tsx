import { dayIn } from '../../../../platform/days.ts'
import { formats } from '../../../../platform/formats.ts'
import { type FormState, formInWords } from '../../../../platform/forms.ts'
import { confirmWords, errorWords, platformWords } from '../../../../platform/say.ts'
import { Confirm, Field, type Frame, Notice, OfficePage } from '../../../../ui/index.ts'
import { lacksOf } from '../../issue.ts'
import { issuePath, sendIssuePath } from '../../paths.ts'
import type { FullIssue } from '../../queries/issues.ts'
import type { Rehearsal } from '../../queries/readers.ts'
import { words } from '../../words.ts'
import { crumbs, Lacking, titleOf } from './issue.tsx'

type Props = {
  frame: Frame
  zone: string
  issue: FullIssue
  rehearsal: Rehearsal
  form: FormState
}

/** The rehearsal: who would get an issue, in which language, who not and why; and the decision to send it. */
export const SendIssuePage = (props: Props) => {
  const { frame, issue, rehearsal, form } = props
  const t = words(frame.locale)
  const labels = { at: t('send.at') }
  const { field, faults } = formInWords(frame.locale, labels, form, errorWords(words, frame.locale))
  const isReady = rehearsal.count > 0 && lacksOf(issue.texts, issue.posts.length).length === 0
  return (
    <OfficePage
      frame={frame}
      title={t('send.title')}
      lead={t('send.lead')}
      crumbs={[...crumbs(frame), { href: issuePath(issue.id), label: titleOf(frame, issue) }]}
      faults={faults}
    >
      <Lacking {...props} />
      {rehearsal.count === 0 ? <Notice tone="warning">{t('send.nobody')}</Notice> : null}
      {isReady ? (
        <Confirm
          action={sendIssuePath(issue.id)}
          hidden={{ revision: String(issue.revision) }}
          words={confirmWords(frame.locale)}
          what={whatHappens(props)}
          whom={<Whom {...props} />}
          undo={t('send.undo')}
          button={t('send.button', { count: rehearsal.count })}
          cancel={{ href: issuePath(issue.id), label: platformWords(frame.locale)('cancel') }}
        >
          <Field
            type="datetime-local"
            width="medium"
            hint={t('send.at.hint')}
            suffix={zoneOf(props)}
            optional={platformWords(frame.locale)('form.optional')}
            {...field('at')}
          />
        </Confirm>
      ) : (
        <Whom {...props} />
      )}
    </OfficePage>
  )
}

/** As people of the place call its time. @throws nothing: an issue that may be sent tells of a post at least */
const zoneOf = ({ frame, zone, issue }: Props) =>
  formats(frame.locale, zone).zone(zone, dayIn(issue.posts[0]?.publishAt ?? new Date(0), zone))

function whatHappens({ frame, zone, issue, rehearsal }: Props): string[] {
  const t = words(frame.locale)
  const coming = issue.posts.filter(({ isPublic }) => !isPublic)
  return [
    t('send.what.emails', { count: rehearsal.count, posts: issue.posts.length }),
    t('send.what.frozen'),
    t('send.what.page'),
    ...coming.map(({ title, publishAt }) =>
      t('send.what.coming', { title, at: formats(frame.locale, zone).instant(publishAt) }),
    ),
  ]
}

const Whom = ({ frame, issue, rehearsal }: Props) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  return (
    <>
      <p>
        {t('send.whom', {
          count: rehearsal.count,
          each: say.list(
            rehearsal.locales.map(({ locale, count }) =>
              t('send.whom.language', { count, language: say.language(locale) }),
            ),
          ),
        })}
      </p>
      {rehearsal.strangers === 0 ? null : (
        <p>
          {t('send.whom.other', {
            count: rehearsal.strangers,
            language: say.language(issue.texts[0]?.locale ?? frame.locale),
          })}
        </p>
      )}
      {rehearsal.others.length === 0 ? null : (
        <>
          <p>{t('send.others')}</p>
          <ul>
            {rehearsal.others.map(({ verdict, count }) => (
              <li>{t(`send.other.${verdict}`, { count })}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
