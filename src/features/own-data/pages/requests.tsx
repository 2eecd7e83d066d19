import { formats } from '../../../platform/formats.ts'
import { type FormField, type FormState, formInWords } from '../../../platform/forms.ts'
import { errorWords } from '../../../platform/say.ts'
import { Actions, Button, Empty, Field, Form, type Frame, OfficePage, Table } from '../../../ui/index.ts'
import { dueAt, graceDays, whys } from '../erasure.ts'
import { eraseOtherPath } from '../paths.ts'
import type { Request } from '../queries/erasures.ts'
import { words } from '../words.ts'

type Props = { frame: Frame; zone: string; requests: Request[]; form: FormState }

/** Who asked to be erased and what became of it; and the form for someone who wrote to the office. */
export const RequestsPage = ({ frame, zone, requests, form }: Props) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, zone)
  const { field, faults } = fieldsIn(frame, form)
  return (
    <OfficePage
      frame={frame}
      title={t('requests.title')}
      lead={t('requests.lead', { days: graceDays })}
      crumbs={[{ href: frame.office.home, label: frame.office.name }]}
      faults={faults}
    >
      <Table
        caption={t('requests.caption')}
        rows={requests}
        empty={<Empty title={t('requests.none')} text={t('requests.none.text')} />}
        columns={[
          {
            label: t('requests.who'),
            head: true,
            cell: ({ name }) => (name === null ? t('requests.gone') : <bdi>{name}</bdi>),
          },
          { label: t('requests.asked'), cell: ({ askedAt }) => say.instant(askedAt) },
          { label: t('requests.why'), cell: ({ why }) => t(`why.${why as 'own'}`) },
          { label: t('requests.state'), cell: (request) => stateOf(request, frame.locale, zone) },
        ]}
      />
      <EraseForm frame={frame} field={field} />
    </OfficePage>
  )
}

function stateOf(
  { askedAt, takenBackAt, erasedAt, hasLapsed }: Request,
  locale: string,
  zone: string,
): string {
  const t = words(locale)
  const say = formats(locale, zone)
  if (takenBackAt) return t('requests.taken-back', { at: say.instant(takenBackAt) })
  if (!erasedAt && hasLapsed) return t('requests.let-in')
  return erasedAt
    ? t('requests.erased', { at: say.instant(erasedAt) })
    : t('requests.due', { at: say.instant(dueAt(askedAt)) })
}

const fieldsIn = (frame: Frame, form: FormState) =>
  formInWords(
    frame.locale,
    { email: words(frame.locale)('requests.email'), why: words(frame.locale)('requests.why') },
    form,
    errorWords(words, frame.locale),
  )

const EraseForm = ({ frame, field }: { frame: Frame; field: (name: 'email' | 'why') => FormField }) => {
  const t = words(frame.locale)
  return (
    <>
      <h2>{t('requests.form')}</h2>
      <p>{t('requests.form.text', { days: graceDays })}</p>
      <Form action={eraseOtherPath}>
        <Field type="email" dir="ltr" hint={t('requests.email.hint')} {...field('email')} />
        <Field
          type="select"
          options={whys.map((why) => ({ value: why, label: t(`why.${why}`) }))}
          {...field('why')}
        />
        <Actions>
          <Button kind="danger">{t('requests.erase')}</Button>
        </Actions>
      </Form>
    </>
  )
}
