import { formats } from '../../../../platform/formats.ts'
import { type FormState, formInWords } from '../../../../platform/forms.ts'
import { errorWords, platformWords } from '../../../../platform/say.ts'
import { dirOf } from '../../../../platform/words.ts'
import { Actions, Button, Field, Form, type Frame, OfficePage } from '../../../../ui/index.ts'
import { dropTextPath, issuePath, issueTextPath } from '../../paths.ts'
import type { FullIssue } from '../../queries/issues.ts'
import { words } from '../../words.ts'
import { crumbs, titleOf } from './issue.tsx'

type Props = { frame: Frame; issue: FullIssue; locale: string; form: FormState }

/** What an issue says in one language. */
export const IssueTextPage = ({ frame, issue, locale, form }: Props) => {
  const t = words(frame.locale)
  const language = formats(frame.locale, 'UTC').language(locale)
  const labels = { subject: t('text.subject'), preview: t('text.preview'), welcome: t('text.welcome') }
  const { field, faults } = formInWords(frame.locale, labels, form, errorWords(words, frame.locale))
  const inLanguage = { lang: locale, dir: dirOf(locale) }
  const optional = platformWords(frame.locale)('form.optional')
  return (
    <OfficePage
      frame={frame}
      title={t('text.title', { language })}
      lead={t('text.lead')}
      crumbs={[...crumbs(frame), { href: issuePath(issue.id), label: titleOf(frame, issue) }]}
      faults={faults}
    >
      <Form action={issueTextPath(issue.id, locale)} hidden={{ revision: String(issue.revision) }}>
        <Field type="text" dir={dirOf(locale)} hint={t('text.subject.hint')} {...field('subject')} />
        <Field
          type="text"
          dir={dirOf(locale)}
          hint={t('text.preview.hint')}
          optional={optional}
          {...field('preview')}
        />
        <Field
          type="textarea"
          rows={14}
          sheet
          {...inLanguage}
          hint={t('text.welcome.hint')}
          optional={optional}
          {...field('welcome')}
        />
        <Actions>
          <Button kind="primary">{t('text.save')}</Button>
        </Actions>
      </Form>
      {issue.texts.some((text) => text.locale === locale) ? (
        <Form action={dropTextPath(issue.id, locale)}>
          <Actions>
            <Button>{t('text.drop', { language })}</Button>
          </Actions>
        </Form>
      ) : null}
    </OfficePage>
  )
}
