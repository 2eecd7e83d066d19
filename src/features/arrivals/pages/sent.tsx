import { formats } from '../../../platform/formats.ts'
import { type FormState, formInWords } from '../../../platform/forms.ts'
import { errorWords } from '../../../platform/say.ts'
import {
  Actions,
  Button,
  Field,
  Form,
  type Frame,
  Live,
  Notice,
  OfficePage,
  Progress,
} from '../../../ui/index.ts'
import { parts } from '../../posts/index.ts'
import { type Meaning, pageChoices } from '../mapping.ts'
import { arrivalsPath, decidePath, progressPath, sentPath, startPath } from '../paths.ts'
import type { Rehearsal, Sent } from '../queries/uploads.ts'
import { words } from '../words.ts'
import { Counts, Remarks } from './report.tsx'
import { saying } from './saying.ts'

export type SentProps = {
  frame: Frame
  sent: Sent
  form: FormState
  rounds: readonly string[]
  zone: string
  /** Why it cannot be read, in a sentence. */
  problem: string | null
}

/** A file that was sent: what would become of it, what it asks to be decided, and the button that lets it come in. */
export const SentPage = (props: SentProps) => {
  const { frame, sent, form, problem } = props
  const t = words(frame.locale)
  const { faults } = formInWords(frame.locale, {}, form, errorWords(words, frame.locale))
  const { rehearsal } = sent
  return (
    <OfficePage
      frame={frame}
      title={rehearsal?.site.title || sent.fileName}
      isOwnTitle
      lead={rehearsal ? lead(props, rehearsal) : undefined}
      crumbs={[
        { href: frame.office.home, label: frame.office.name },
        { href: arrivalsPath, label: t('list.title') },
      ]}
      faults={faults}
    >
      {problem !== null ? (
        <Notice tone="danger">
          <p>{problem}</p>
          <p>
            <a href={arrivalsPath}>{t('sent.other')}</a>
          </p>
        </Notice>
      ) : rehearsal ? (
        <Looked {...props} rehearsal={rehearsal} />
      ) : (
        <Live src={progressPath(sent.id)}>
          <Looking {...props} />
        </Live>
      )}
    </OfficePage>
  )
}

function lead({ frame, zone }: SentProps, { kind, texts, comments, files, site }: Rehearsal): string {
  const say = formats(frame.locale, zone)
  const t = words(frame.locale)
  return t('sent.lead', {
    ...{ from: t(`from.${kind}`), site: site.address || site.title, texts: say.number(texts) },
    ...{ comments: say.number(comments), files: say.number(files) },
  })
}

/** While a file is looked at; once it has been, whoever waits goes on. */
export const Looking = ({ frame, sent }: Pick<SentProps, 'frame' | 'sent'>) => {
  const t = words(frame.locale)
  const isOver = sent.rehearsal !== null || sent.problem !== null
  return (
    <Progress
      label={t('looking.label')}
      done={isOver ? 1 : 0}
      total={1}
      text={t(isOver ? 'looking.done' : 'looking.text')}
      finished={isOver}
      labelled={frame.words.labelled}
      onward={sentPath(sent.id)}
      note={<a href={sentPath(sent.id)}>{t('progress.look')}</a>}
    />
  )
}

type LookedProps = SentProps & { rehearsal: Rehearsal }

const Looked = (props: LookedProps) => {
  const { frame, sent, rehearsal, zone } = props
  const t = words(frame.locale)
  return (
    <>
      {rehearsal.isWhole ? null : <Notice tone="warning">{t('sent.cut')}</Notice>}
      {sent.startedAt ? <Notice>{t('sent.started')}</Notice> : <p>{t('sent.start.text')}</p>}
      <h2>{t('sent.report')}</h2>
      <Counts frame={frame} report={rehearsal.report} zone={zone} captionHidden />
      <Remarks frame={frame} report={rehearsal.report} />
      {sent.startedAt ? null : <Deciding {...props} />}
    </>
  )
}

/** One form, so that what was decided goes along with either button; Enter looks again. */
const Deciding = (props: LookedProps) => {
  const { frame, sent, rehearsal, form } = props
  const t = words(frame.locale)
  return (
    <Form action={decidePath(sent.id)} guard>
      <h2>{t('decide.title')}</h2>
      <p>{t('decide.lead')}</p>
      <Field
        type="text"
        name="locale"
        label={t('decide.locale')}
        hint={t('decide.locale.hint')}
        value={form.values.locale ?? rehearsal.mapping.locale}
        width="short"
        dir="ltr"
      />
      <Field
        type="select"
        name="pages"
        label={t('decide.pages')}
        options={pageChoices.map((one) => ({ value: one, label: t(`decide.pages.${one}`) }))}
        value={form.values.pages ?? rehearsal.mapping.pages}
      />
      <Authors {...props} />
      <Categories {...props} />
      <Actions>
        <Button>{t('decide.look')}</Button>
        <Button kind="primary" formaction={startPath(sent.id)}>
          {t('sent.start')}
        </Button>
      </Actions>
    </Form>
  )
}

const Authors = ({ frame, rehearsal }: LookedProps) => {
  const t = words(frame.locale)
  return (
    <>
      {Object.entries(rehearsal.mapping.authors).map(([login, { name, account }], at) => (
        <div class="side-by-side">
          <input type="hidden" name="login[]" value={login} />
          <Field
            type="text"
            name="name[]"
            id={`name-${at}`}
            label={t('decide.name', { login })}
            value={name}
          />
          <Field
            type="email"
            name="account[]"
            id={`account-${at}`}
            label={t('decide.account', { login })}
            value={account ?? ''}
            dir="ltr"
          />
        </div>
      ))}
    </>
  )
}

const Categories = ({ frame, rehearsal, rounds }: LookedProps) => {
  const { t, meaning } = saying(frame.locale)
  const options = (name: string) => [
    { value: '', label: t('means.nothing') },
    { value: 'tag', label: t('means.tag', { tag: name }) },
    ...parts.map((part) => ({ value: `part:${part}`, label: t(`means.${part}`) })),
    ...rounds.map((code) => ({ value: `round:${code}`, label: meaning({ round: code }) })),
  ]
  return (
    <>
      {rehearsal.categories.map(({ slug, name }, at) => (
        <div>
          <input type="hidden" name="slug[]" value={slug} />
          <Field
            type="select"
            name="meaning[]"
            id={`meaning-${at}`}
            label={t('decide.category', { name })}
            options={options(name)}
            value={choiceOf(rehearsal.mapping.categories[slug] ?? {})}
          />
        </div>
      ))}
    </>
  )
}

const choiceOf = ({ round, part, tag }: Meaning) =>
  round ? `round:${round}` : part ? `part:${part}` : tag ? 'tag' : ''
