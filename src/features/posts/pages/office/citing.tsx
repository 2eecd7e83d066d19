import { formats } from '../../../../platform/formats.ts'
import { type FormField, type FormState, formInWords } from '../../../../platform/forms.ts'
import { TEXT_LICENCES } from '../../../../platform/licences.ts'
import type { Network } from '../../../../platform/network/index.ts'
import { licenceName, platformWords, refusalOrErrorWords } from '../../../../platform/say.ts'
import { Actions, Button, Field, Form, type Frame, OfficePage, OwnWords } from '../../../../ui/index.ts'
import { citingPath, correctPath, datacitePath, deskPath, officePostPath } from '../../paths.ts'
import { stateOf } from '../../post.ts'
import type { Correction } from '../../queries/citing.ts'
import type { DeskPost } from '../../queries/desk.ts'
import { words } from '../../words.ts'

type Props = {
  frame: Frame
  network: Network
  post: DeskPost
  form: FormState
  corrections: readonly Correction[]
  /** Whether its text is another than the one with which it came out. */
  mayCorrect: boolean
  now: Date
}

/** How a post is cited for good: its licence, its DOI, and what was put right since it came out. */
export const CitingPage = (props: Props) => {
  const { frame, network, post, form, now } = props
  const t = words(frame.locale)
  const labels = {
    ...{ licence: t('citing.licence'), doi: t('citing.doi') },
    correction: t('correct.field'),
  }
  const say = refusalOrErrorWords(words, frame.locale)
  const { field, faults } = formInWords(frame.locale, labels, form, say)
  const optional = platformWords(frame.locale)('form.optional')
  return (
    <OfficePage
      frame={frame}
      title={t('citing.title')}
      lead={<OwnWords lang={post.locale}>{post.title}</OwnWords>}
      crumbs={[
        { href: deskPath, label: t('desk.title') },
        { href: officePostPath(post.id), label: post.title },
      ]}
      faults={faults}
    >
      <Form action={citingPath(post.id)}>
        <Field
          type="select"
          hint={t('citing.licence.hint')}
          optional={optional}
          placeholder={t('citing.licence.usual', { licence: usualOf(frame.locale, network) })}
          options={TEXT_LICENCES.map((id) => ({ value: id, label: licenceName(frame.locale, id) }))}
          {...field('licence')}
        />
        <Field type="text" dir="ltr" hint={t('citing.doi.hint')} optional={optional} {...field('doi')} />
        <Actions>
          <Button kind="primary">{t('citing.save')}</Button>
          <a href={officePostPath(post.id)}>{t('cancel')}</a>
        </Actions>
      </Form>
      {stateOf(post, now) === 'published' ? (
        <section>
          <h2>{t('datacite.title')}</h2>
          <p>{t('datacite.text')}</p>
          <p>
            <a href={datacitePath(post.id)} download>
              {t('datacite.get')}
            </a>
          </p>
        </section>
      ) : null}
      <Corrections {...props} field={field('correction')} />
    </OfficePage>
  )
}

const usualOf = (locale: string, { licence }: Network) =>
  licence === null ? words(locale)('citing.licence.unsaid') : licenceName(locale, licence)

/** What readers are told was put right, and a place to say so of the text that the post has now. */
const Corrections = ({ frame, post, corrections, mayCorrect, field }: Props & { field: FormField }) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, post.zone)
  if (corrections.length === 0 && !mayCorrect)
    return (
      <section>
        <h2>{t('corrections.title')}</h2>
        <p>{t('correct.none')}</p>
      </section>
    )
  const said = corrections.find(({ revision }) => revision === post.revision)?.said ?? ''
  return (
    <section>
      <h2>{t('corrections.title')}</h2>
      <ul class="post-notes">
        {corrections.map((one) => (
          <li>
            <p class="hint">
              {t('correct.by', {
                ...{ by: one.by ?? frame.site.name, at: say.instant(one.at), number: one.revision },
              })}
            </p>
            <OwnWords lang={post.locale}>{one.said}</OwnWords>
          </li>
        ))}
      </ul>
      {mayCorrect ? (
        <Form action={correctPath(post.id)}>
          <Field
            type="textarea"
            rows={2}
            plenty={600}
            lang={post.locale}
            hint={t('correct.hint')}
            {...field}
            value={field.value || said}
          />
          <Actions>
            <Button>{t('correct.save')}</Button>
          </Actions>
        </Form>
      ) : null}
    </section>
  )
}
