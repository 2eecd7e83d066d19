import { errorWords, platformWords } from '../../../platform/say.ts'
import { sayRefusal } from '../../../platform/words.ts'
import {
  Actions,
  Button,
  ErrorSummary,
  Field,
  Fieldset,
  Filters,
  Form,
  type Frame,
  OfficePage,
} from '../../../ui/index.ts'
import { LICENCES, type Picture, PictureFigure } from '../../media/index.ts'
import type { Round } from '../../rounds/index.ts'
import { calendarPath, savePath, topicPath, writePath } from '../paths.ts'
import type { NamedTopic } from '../queries.ts'
import type { Topic } from '../topic.ts'
import { words } from '../words.ts'

export type TypedValues = Record<string, string>

type Props = {
  frame: Frame
  round: Round
  number: number
  /** As typed, or as the topic is. */
  values: TypedValues
  errors: Record<string, string>
  /** The picture it has already. */
  picture: Picture | null
  /** False before it was saved for the first time. */
  isBegun: boolean
  /** Topics that it could begin with. */
  earlier?: readonly NamedTopic[]
}

/** One form for all that a topic becomes; comes back with everything typed and words beside what needs a look. */
export const WritePage = (props: Props) => {
  const { frame, round, number, values, errors, picture, isBegun, earlier = [] } = props
  const t = words(frame.locale)
  const code = round.code
  const field = fieldOf(frame.locale, values, errors)
  const optional = platformWords(frame.locale)('form.optional')
  const back = isBegun ? topicPath(code, number) : calendarPath(code)
  return (
    <OfficePage
      frame={frame}
      title={t('form.title', { number, code })}
      lead={t('form.lead')}
      crumbs={[{ href: calendarPath(code), label: t('topic.crumb', { code }) }]}
    >
      <Errors frame={frame} errors={errors} />
      {earlier.length > 0 ? (
        <BeginWith frame={frame} action={writePath(code, number)} earlier={earlier} />
      ) : null}
      <Form action={savePath(code, number)} upload guard hidden={{ pictureId: values.pictureId ?? '' }}>
        <Fieldset legend={t('form.text')}>
          <Field type="text" label={t('field.title')} {...field('title')} maxlength={120} />
          <Field
            type="textarea"
            rows={3}
            label={t('field.summary')}
            hint={t('field.summary.hint')}
            {...field('summary')}
          />
          <Field
            type="textarea"
            sheet
            label={t('field.lead')}
            hint={t('field.lead.hint')}
            {...field('lead')}
          />
          <Field
            type="textarea"
            rows={7}
            label={t('field.questions')}
            hint={t('field.questions.hint')}
            {...field('questions')}
          />
          <Field
            type="text"
            width="medium"
            label={t('field.hashtag')}
            hint={t('field.hashtag.hint')}
            {...field('hashtag')}
          />
          <Field
            type="text"
            width="medium"
            label={t('field.byline')}
            hint={t('field.byline.hint')}
            optional={optional}
            {...field('byline')}
          />
        </Fieldset>
        <PictureFields frame={frame} field={field} picture={picture} />
        <Actions>
          <Button kind="primary">{t('save')}</Button>
          <a href={back}>{t('cancel')}</a>
        </Actions>
      </Form>
    </OfficePage>
  )
}

/** Words for an error beside a field; why a picture is not taken is said by media. */
const sayer = (locale: string) => (code: string) =>
  sayRefusal(locale, code, {}) ?? errorWords(words, locale)(code)

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
        optional=""
        options={earlier.map(({ code, number, title }) => ({
          value: `${code}/${number}`,
          label: t('begin.topic', { code, number, title }),
        }))}
      />
    </Filters>
  )
}

type FieldOf = (name: string) => { name: string; value: string; error: string | undefined }

function fieldOf(locale: string, values: TypedValues, errors: Record<string, string>): FieldOf {
  const say = sayer(locale)
  return (name) => ({ name, value: values[name] ?? '', error: errors[name] ? say(errors[name]) : undefined })
}

const PictureFields = (props: { frame: Frame; field: FieldOf; picture: Picture | null }) => {
  const { frame, field, picture } = props
  const t = words(frame.locale)
  const { name, error } = field('picture')
  return (
    <Fieldset legend={t('form.picture')} hint={t('form.picture.hint')}>
      {picture ? (
        <div class="field">
          <PictureFigure picture={picture} lang="" locale={frame.locale} eager />
        </div>
      ) : null}
      <Field
        type="file"
        accept="image/jpeg,image/png,image/webp"
        label={picture ? t('field.picture.replace') : t('field.picture')}
        hint={t('field.picture.hint')}
        name={name}
        error={error}
        optional={picture ? platformWords(frame.locale)('form.optional') : undefined}
      />
      <Field type="textarea" rows={2} label={t('field.alt')} hint={t('field.alt.hint')} {...field('alt')} />
      <Field type="text" label={t('field.caption')} {...field('caption')} />
      <Field type="text" width="medium" label={t('field.author')} {...field('author')} />
      <Field type="text" label={t('field.source')} hint={t('field.source.hint')} {...field('source')} />
      <Field
        type="select"
        label={t('field.licence')}
        placeholder={t('field.licence.choose')}
        options={[]}
        groups={licenceGroups(frame.locale)}
        {...field('licence')}
      />
    </Fieldset>
  )
}

/** The licences by version, the newest first, after those that ask for nothing. */
function licenceGroups(locale: string) {
  const t = words(locale)
  const options = (ending: string) =>
    LICENCES.filter(({ id }) => id.startsWith('cc-') && id.endsWith(ending)).map(({ id, name }) => ({
      value: id,
      label: name,
    }))
  const free = LICENCES.filter(({ id }) => !id.startsWith('cc-'))
  return [
    { label: t('field.licence.public'), options: free.map(({ id, name }) => ({ value: id, label: name })) },
    ...['4.0', '3.0', '2.0'].map((version) => ({
      label: t('field.licence.version', { version }),
      options: options(`-${version}`),
    })),
  ]
}

const Errors = ({ frame, errors }: { frame: Frame; errors: Record<string, string> }) => {
  const say = sayer(frame.locale)
  const list = Object.entries(errors).map(([name, code]) => ({ name, message: say(code) }))
  return (
    <ErrorSummary title={platformWords(frame.locale)('form.summary', { count: list.length })} errors={list} />
  )
}

/** What the form shows of a topic that is there, or of a new one. */
export const valuesOf = (topic: Topic | null, byline: string): TypedValues =>
  topic
    ? {
        title: topic.title,
        hashtag: topic.hashtag,
        summary: topic.summary,
        lead: topic.lead,
        questions: topic.questions.join('\n'),
        byline: topic.byline,
        pictureId: topic.picture?.id ?? '',
        alt: topic.picture?.alt ?? '',
        caption: topic.picture?.caption ?? '',
        author: topic.picture?.author ?? '',
        source: topic.picture?.source ?? '',
        licence: topic.picture?.licence ?? '',
      }
    : { byline }
