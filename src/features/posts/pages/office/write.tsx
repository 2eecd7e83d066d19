import { formats } from '../../../../platform/formats.ts'
import { type FormState, formInWords } from '../../../../platform/forms.ts'
import { errorWords, platformWords } from '../../../../platform/say.ts'
import {
  Actions,
  AutoSave,
  Button,
  ButtonLink,
  Field,
  Fieldset,
  Form,
  type Frame,
  Notice,
  OfficePage,
} from '../../../../ui/index.ts'
import type { Finding } from '../../checklist.ts'
import {
  deskPath,
  dropTypedPath,
  mergePath,
  officePostPath,
  postActPath,
  previewPostPath,
  savePostPath,
} from '../../paths.ts'
import { stateOf } from '../../post.ts'
import type { DeskPost } from '../../queries/desk.ts'
import type { PostNote } from '../../queries/notes.ts'
import type { Writing } from '../../queries/texts.ts'
import type { Written } from '../../typed.ts'
import { words } from '../../words.ts'
import { Beside } from './beside.tsx'
import { Checks } from './checks.tsx'
import { Locale } from './propose.tsx'
import { Original } from './translations.tsx'

export type WriteProps = {
  frame: Frame
  post: DeskPost
  now: Date
  form: FormState
  /** Over which text it is written, and what the script tells of its window. */
  saved: Written & { base: number }
  /** What they had typed before and not saved, which stands in the form; null for nothing. */
  writing: Writing | null
  /** Who else has something unsaved in it. */
  others: readonly { name: string; savedAt: Date }[]
  findings: readonly Finding[]
  /** What was said of its passages. */
  notes: readonly PostNote[]
  locales: readonly string[]
  /** What it is a translation of; null for a post that is its own original. */
  original: DeskPost | null
}

const names = ['title', 'summary', 'body', 'questions', 'tags', 'hashtag', 'authors', 'locale'] as const

/** The text of a post, in a form that keeps what is typed as one goes. */
export const WritePage = (props: WriteProps) => {
  const { frame, post, form, saved } = props
  const t = words(frame.locale)
  const labels = Object.fromEntries(names.map((name) => [name, t(`field.${name}`)])) as Record<
    (typeof names)[number],
    string
  >
  const { field, faults } = formInWords(frame.locale, labels, form, errorWords(words, frame.locale))
  return (
    <OfficePage
      frame={frame}
      title={t('write.title', { title: post.title })}
      crumbs={[
        { href: deskPath, label: t('desk.title') },
        { href: officePostPath(post.id), label: post.title },
      ]}
      actions={
        <>
          <ButtonLink href={postActPath(post.id, 'picture')}>
            {t(post.mediaId ? 'picture.change' : 'picture.choose')}
          </ButtonLink>
          <ButtonLink href={previewPostPath(post.id)}>{t('preview')}</ButtonLink>
        </>
      }
      faults={faults}
    >
      <Before {...props} />
      <div class="writing">
        <AutoSave isOwnDevice={false} words={savingWords(frame.locale)}>
          <Form action={savePostPath(post.id)} hidden={travelling(saved)}>
            <TextFields {...props} field={field} />
            <Actions>
              <Button kind="primary">{t('write.save')}</Button>
              <a href={officePostPath(post.id)}>{t('write.leave')}</a>
            </Actions>
          </Form>
        </AutoSave>
        <Beside {...props}>
          {props.original ? <Original frame={frame} original={props.original} /> : null}
        </Beside>
      </div>
      <Checks {...{ frame, post }} now={props.now} findings={props.findings} isHere />
    </OfficePage>
  )
}

const travelling = ({ base, rev, writer, seq }: WriteProps['saved']) => ({
  ...{ base: String(base), rev: String(rev) },
  ...{ writer, seq: String(seq) },
})

/** What is to be known before one goes on writing: of what was not saved, of others, and that readers see it at once. */
const Before = ({ frame, post, now, writing, others, saved }: WriteProps) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, post.zone)
  const isOld = writing !== null && writing.basedOn !== post.revision
  return (
    <>
      {isOld ? (
        <Notice
          tone="warning"
          title={t('write.merge.title')}
          actions={<ButtonLink href={mergePath(post.id)}>{t('write.merge')}</ButtonLink>}
        >
          {t('write.merge.text', { before: saved.base, after: post.revision })}
        </Notice>
      ) : null}
      {writing ? (
        <Notice title={t('write.kept.title', { at: say.instant(writing.savedAt) })}>
          <p>{t('write.kept.text')}</p>
          <Form action={dropTypedPath(post.id)}>
            <Button>{t('write.drop')}</Button>
          </Form>
        </Notice>
      ) : null}
      {others.map(({ name, savedAt }) => (
        <Notice>{t('write.other', { name, at: say.instant(savedAt) })}</Notice>
      ))}
      {stateOf(post, now) === 'published' ? <Notice tone="warning">{t('write.public')}</Notice> : null}
    </>
  )
}

type Fields = ReturnType<typeof formInWords<(typeof names)[number]>>['field']

const TextFields = ({ frame, post, form, locales, field }: WriteProps & { field: Fields }) => {
  const t = words(frame.locale)
  const optional = platformWords(frame.locale)('form.optional')
  const lang = form.values.locale ?? post.locale
  return (
    <>
      <Fieldset legend={t('write.text')}>
        <Field type="text" dir="auto" {...field('title')} />
        <Field
          type="textarea"
          rows={3}
          lang={lang}
          hint={t('field.summary.hint')}
          plenty={300}
          {...field('summary')}
        />
        <Field type="textarea" sheet markdown={t('field.body.markdown')} lang={lang} {...field('body')} />
        <Field
          type="textarea"
          rows={5}
          lang={lang}
          hint={t('field.questions.hint')}
          optional={optional}
          {...field('questions')}
        />
      </Fieldset>
      <Fieldset legend={t('write.facts')}>
        <Field
          type="textarea"
          rows={2}
          hint={t('field.authors.hint')}
          optional={optional}
          {...field('authors')}
        />
        <Locale frame={frame} locales={locales} field={field('locale')} />
        <Field type="text" dir="auto" hint={t('field.tags.hint')} optional={optional} {...field('tags')} />
        <Field
          type="text"
          width="medium"
          dir="auto"
          hint={t('field.hashtag.hint')}
          optional={optional}
          {...field('hashtag')}
        />
      </Fieldset>
    </>
  )
}

function savingWords(locale: string) {
  const t = words(locale)
  return {
    saved: t('autosave.saved'),
    unsaved: t('autosave.unsaved'),
    out: t('autosave.out'),
    elsewhere: t('autosave.elsewhere'),
    restored: t('autosave.restored'),
    // The script fills in its own numbers.
    count: t('autosave.count', { n: '{n}', plenty: '{plenty}' }),
  }
}
