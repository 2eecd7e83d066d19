import { agents, crawlerKinds } from '../../../platform/crawlers.ts'
import type { FormState } from '../../../platform/forms.ts'
import { Disclosure, Facts, Field, Form, type Frame, OfficePage } from '../../../ui/index.ts'
import { machinesPath } from '../paths.ts'
import { words } from '../words.ts'
import { crumbsOf, inWords } from './form.ts'
import { Save } from './forms.tsx'

type Props = { frame: Frame; form: FormState; crawlers: readonly string[] }

/** Which machines may read what is public, and whether search engines are told of what is new. */
export const MachinesPage = ({ frame, form, crawlers }: Props) => {
  const t = words(frame.locale)
  const { field, faults } = inWords(frame, form, {
    crawlers: t('machines.crawlers'),
    indexNow: t('machines.index-now'),
  })
  const kinds = crawlerKinds.map((kind) => ({
    value: kind,
    label: t(`machines.${kind}`),
    hint: t(`machines.${kind}.hint`),
  }))
  return (
    <OfficePage
      frame={frame}
      title={t('machines.title')}
      lead={t('machines.lead')}
      crumbs={crumbsOf(frame)}
      faults={faults}
    >
      <Form action={machinesPath}>
        <Field {...field('crawlers')} name="crawlers[]" type="checkboxes" options={kinds} value={crawlers} />
        <Field
          type="radios"
          hint={t('machines.index-now.hint')}
          options={[
            { value: 'no', label: t('machines.index-now.off') },
            { value: 'yes', label: t('machines.index-now.on') },
          ]}
          {...field('indexNow')}
        />
        <Save frame={frame} />
      </Form>
      <Names frame={frame} />
      <p>
        <a href="/robots.txt">{t('machines.robots')}</a>
      </p>
    </OfficePage>
  )
}

/** By which names machines ask, so that a director can look one up. */
const Names = ({ frame }: { frame: Frame }) => {
  const t = words(frame.locale)
  const facts = (['archive', 'answering', 'training'] as const).map((kind) => ({
    term: t(`machines.${kind}`),
    detail: <bdi dir="ltr">{agents[kind].join(', ')}</bdi>,
  }))
  return (
    <Disclosure summary={t('machines.names')}>
      <p>{t('machines.names.text')}</p>
      <Facts facts={facts} />
    </Disclosure>
  )
}
