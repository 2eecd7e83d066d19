import { type FormState, formInWords } from '../../../platform/forms.ts'
import { platformWords, refusalOrErrorWords } from '../../../platform/say.ts'
import { Actions, Button, Field, Fieldset, Filters, Form, type Frame, OfficePage } from '../../../ui/index.ts'
import { type Picture, PictureFields, pictureLabels } from '../../media/index.ts'
import type { Round } from '../../rounds/index.ts'
import { calendarPath, savePath, topicPath, writePath } from '../paths.ts'
import type { NamedTopic } from '../queries/topics.ts'
import type { Topic } from '../topic.ts'
import { words } from '../words.ts'

type Props = {
  frame: Frame
  round: Round
  number: number
  form: FormState
  /** The picture it has already. */
  picture: Picture | null
  /** False before it was saved for the first time. */
  isBegun: boolean
  /** Topics that it could begin with. */
  earlier?: readonly NamedTopic[]
}

/** One form for all that a topic becomes; comes back with everything typed and words beside what needs a look. */
export const WritePage = (props: Props) => {
  const { frame, round, number, form, picture, isBegun, earlier = [] } = props
  const t = words(frame.locale)
  const code = round.code
  const { field, faults } = formInWords(
    frame.locale,
    labelsOf(frame.locale, picture),
    form,
    refusalOrErrorWords(words, frame.locale),
  )
  const optional = platformWords(frame.locale)('form.optional')
  const back = isBegun ? topicPath(code, number) : calendarPath(code)
  return (
    <OfficePage
      frame={frame}
      title={t('form.title', { number, code })}
      lead={t('form.lead')}
      crumbs={[{ href: calendarPath(code), label: t('topic.crumb', { code }) }]}
      faults={faults}
    >
      {earlier.length > 0 ? (
        <BeginWith frame={frame} action={writePath(code, number)} earlier={earlier} />
      ) : null}
      <Form
        action={savePath(code, number)}
        upload
        guard
        hidden={{ pictureId: form.values.pictureId ?? '', base: form.values.base ?? '' }}
      >
        <Fieldset legend={t('form.text')}>
          <Field type="text" {...field('title')} />
          <Field type="textarea" rows={3} hint={t('field.summary.hint')} {...field('summary')} />
          <Field
            type="textarea"
            sheet
            markdown={t('field.lead.markdown')}
            hint={t('field.lead.hint')}
            {...field('lead')}
          />
          <Field type="textarea" rows={7} hint={t('field.questions.hint')} {...field('questions')} />
          <Field type="text" width="medium" hint={t('field.hashtag.hint')} {...field('hashtag')} />
          <Field
            type="textarea"
            rows={2}
            hint={t('field.byline.hint')}
            optional={optional}
            {...field('byline')}
          />
        </Fieldset>
        <PictureFields frame={frame} field={field} picture={picture} />
        <Actions>
          <Button kind="primary">{t('save', { number })}</Button>
          <a href={back}>{t('cancel')}</a>
        </Actions>
      </Form>
    </OfficePage>
  )
}

/** Offers the texts of earlier rounds: a topic that comes back need not be typed again. */
const BeginWith = (props: { frame: Frame; action: string; earlier: readonly NamedTopic[] }) => {
  const { frame, action, earlier } = props
  const t = words(frame.locale)
  return (
    <Filters action={action} label={t('begin.label')} submit={t('begin.submit')}>
      <Field
        type="select"
        name="from"
        label={t('begin.label')}
        options={earlier.map(({ code, number, title }) => ({
          value: `${code}/${number}`,
          label: t('begin.topic', { code, number, title }),
        }))}
      />
    </Filters>
  )
}

const fields = ['title', 'summary', 'lead', 'questions', 'hashtag', 'byline'] as const

function labelsOf(locale: string, picture: Picture | null) {
  const t = words(locale)
  const labels = Object.fromEntries(fields.map((name) => [name, t(`field.${name}`)])) as Record<
    (typeof fields)[number],
    string
  >
  return { ...labels, ...pictureLabels(locale, picture) }
}

/** What the form shows of a topic that is there, or of a new one. */
export const valuesOf = (topic: Topic | null, byline: string): FormState['values'] =>
  topic
    ? {
        title: topic.title,
        hashtag: topic.hashtag,
        summary: topic.summary,
        lead: topic.lead,
        questions: topic.questions.join('\n'),
        byline: topic.authors.join('\n'),
        pictureId: topic.picture?.id ?? '',
        alt: topic.picture?.alt ?? '',
        caption: topic.picture?.caption ?? '',
        author: topic.picture?.author ?? '',
        source: topic.picture?.source ?? '',
        licence: topic.picture?.licence ?? '',
      }
    : { byline }
