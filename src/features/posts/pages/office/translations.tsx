import { raw } from 'hono/html'
import { formats } from '../../../../platform/formats.ts'
import { dirOf } from '../../../../platform/words.ts'
import {
  Actions,
  Button,
  Disclosure,
  Field,
  Form,
  type Frame,
  OwnWords,
  PostBody,
} from '../../../../ui/index.ts'
import { officePostPath, translatePath } from '../../paths.ts'
import { stageOf } from '../../post.ts'
import type { DeskPost } from '../../queries/desk.ts'
import { renderedPost } from '../../rendered.ts'
import { words } from '../../words.ts'

type Props = {
  frame: Frame
  post: DeskPost
  now: Date
  /** The same in other languages, public or not. */
  translations: readonly DeskPost[]
  /** Languages in which the network is read. */
  locales: readonly string[]
  mayWork: boolean
}

/** In which languages a post is there, and how to begin another. */
export const Languages = ({ frame, post, now, translations, locales, mayWork }: Props) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  const taken = [post.locale, ...translations.map(({ locale }) => locale)]
  const free = locales.filter((locale) => !taken.includes(locale))
  return (
    <section>
      <h2>{t('languages.title')}</h2>
      {translations.length === 0 ? (
        <p>{t('languages.alone', { language: say.language(post.locale) })}</p>
      ) : (
        <ul>
          {translations.map((one) => (
            <li>
              <a href={officePostPath(one.id)}>
                <OwnWords lang={one.locale}>{one.title}</OwnWords>
              </a>{' '}
              <span class="hint">
                {t('languages.of', {
                  language: say.language(one.locale),
                  stage: t(`stage.${stageOf(one, now)}`),
                })}
              </span>
            </li>
          ))}
        </ul>
      )}
      {mayWork && free.length > 0 ? (
        <Form action={translatePath(post.id)} once>
          <Field
            type="select"
            name="into"
            label={t('languages.into')}
            value={free[0] ?? ''}
            options={free.map((locale) => ({ value: locale, label: say.language(locale) }))}
          />
          <Actions>
            <Button>{t('languages.begin')}</Button>
          </Actions>
        </Form>
      ) : null}
    </section>
  )
}

/** What is translated, beside the text that is written; on a phone above it, to be folded away. */
export const Original = ({ frame, original }: { frame: Frame; original: DeskPost }) => {
  const { locale, title, summary, questions } = original
  const language = formats(frame.locale, 'UTC').language(locale)
  return (
    <aside class="original">
      <Disclosure summary={words(frame.locale)('original.title', { language })} open>
        <PostBody lang={locale} dir={dirOf(locale)}>
          <h2>{title}</h2>
          <p>
            <strong>{summary}</strong>
          </p>
          {renderedPost(original, locale).parts.map((part) => (part.kind === 'html' ? raw(part.html) : null))}
          {questions.length > 0 ? (
            <ol>
              {questions.map((question) => (
                <li>{question}</li>
              ))}
            </ol>
          ) : null}
        </PostBody>
      </Disclosure>
    </aside>
  )
}
