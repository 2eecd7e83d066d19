import { platformWords } from '../../../platform/say.ts'
import { Field } from '../../../ui/index.ts'
import { interests, mostInterests, sectors, stages } from '../../applications/index.ts'
import { listIn } from '../draft.ts'
import type { FieldsProps } from './fields.tsx'

export const WorkFields = ({ field, values, voice: { t, named, locale } }: FieldsProps) => (
  <>
    <Field type="text" autocomplete="organization" hint={t('field.workplace.hint')} {...field('workplace')} />
    <Field
      type="text"
      autocomplete="organization-title"
      optional={platformWords(locale)('form.optional')}
      hint={t('field.jobTitle.hint')}
      {...field('jobTitle')}
    />
    <Field
      type="radios"
      hint={t('field.sector.hint')}
      options={sectors.map((value) => ({ value, label: named(`sector.${value}`) }))}
      {...field('sector')}
    />
    <Field
      type="radios"
      hint={t('field.stage.hint')}
      options={stages.map((value) => ({ value, label: named(`stage.${value}`) }))}
      {...field('stage')}
    />
    <Field
      {...field('interests')}
      type="checkboxes"
      name="interests[]"
      hint={t('field.interests.hint', { most: mostInterests })}
      value={listIn(values, 'interests')}
      options={interests.map((value) => ({ value, label: named(`interest.${value}`) }))}
    />
  </>
)
