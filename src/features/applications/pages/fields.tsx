import type { FC } from 'hono/jsx'
import { Field, Suggestions } from '../../../ui/index.ts'
import { type Answers, interests, sectors, stages } from '../application.ts'
import { countryCodes } from '../countries.ts'
import { isLanguage } from '../languages.ts'
import type { Voice } from './saying.ts'

export const editable = [
  'email',
  'givenName',
  'familyName',
  'country',
  'zone',
  'workplace',
  'jobTitle',
  'sector',
  'stage',
  'interests',
  'languages',
  'acceptsCode',
  'sharesEmail',
] as const
const [zoneList, countryList] = ['zones', 'countries']

/** What these fields suggest, every zone and every country: once on a page, for all of its fields. */
export const ListsFor = ({ fields, voice }: { fields: readonly Editable[]; voice: Voice }) => (
  <>
    {fields.includes('zone') ? <Suggestions id={zoneList} suggestions={voice.zones()} /> : null}
    {fields.includes('country') ? <Suggestions id={countryList} suggestions={countriesIn(voice)} /> : null}
  </>
)

/** Besides, that the address is theirs: said where that is the question. */
export type Editable = (typeof editable)[number] | 'unconfirmedSince'

type EditorProps = {
  field: Editable
  answers: Answers
  voice: Voice
  /** Tells apart the same field of several people on one page. */
  id?: string
  error?: string
}

/** What every field of an answer has. */
type Base = { name: string; label: string; id?: string; hint?: string; error?: string; optional: string }

/** The field in which one answer is mended. */
export const Editor: FC<EditorProps> = (props) => {
  const { field, answers, voice } = props
  const { t } = voice
  const base: Base = {
    name: field,
    label: t(`field.${field}`),
    id: props.id,
    error: props.error,
    optional: '',
  }
  switch (field) {
    case 'sector':
    case 'stage':
    case 'sharesEmail':
      return <Choice {...props} field={field} base={base} />
    case 'interests':
      return (
        <Field
          {...base}
          name="interests[]"
          type="checkboxes"
          value={answers.interests}
          options={interests.map((code) => ({ value: code, label: t(`interest.${code}`) }))}
        />
      )
    case 'acceptsCode':
      return (
        <Field
          {...base}
          type="checkboxes"
          value={answers.acceptsCode ? ['yes'] : []}
          options={[{ value: 'yes', label: t('field.acceptsCode.yes') }]}
        />
      )
    case 'unconfirmedSince':
      return (
        <Field
          {...base}
          name="isConfirmed"
          type="checkboxes"
          value={[]}
          options={[{ value: 'yes', label: t('field.unconfirmedSince.yes') }]}
        />
      )
    case 'languages':
      return <Field {...base} type="text" value={languagesInWords(answers, voice)} />
    case 'country':
    case 'zone':
      return <Suggested {...props} field={field} base={base} />
    case 'email':
      return <Field {...base} type="text" dir="ltr" inputmode="email" value={answers.email} />
    default:
      return <Field {...base} type="text" dir="auto" value={answers[field]} />
  }
}

type SuggestedProps = EditorProps & { field: 'country' | 'zone'; base: Base }

/** Typed, with the list of the page to choose from. */
const Suggested = ({ field, answers, voice, base }: SuggestedProps) =>
  field === 'zone' ? (
    <Field {...base} type="text" dir="ltr" width="medium" value={answers.zone ?? ''} list={zoneList} />
  ) : (
    <Field
      {...base}
      type="text"
      width="medium"
      value={answers.country === null ? '' : voice.say.country(answers.country)}
      list={countryList}
    />
  )

const languagesInWords = ({ languages }: Answers, { say }: Voice) =>
  languages.map((code) => (isLanguage(code) ? say.language(code) : code)).join(', ')

type ChoiceProps = EditorProps & { field: 'sector' | 'stage' | 'sharesEmail'; base: Base }

/** One of several that are known. */
const Choice: FC<ChoiceProps> = ({ field, answers, voice, base }) => {
  const { t } = voice
  const choose = (options: readonly string[], value: string | null, label: (code: string) => string) => (
    <Field
      {...base}
      type="select"
      value={value ?? ''}
      placeholder={t('choose')}
      options={options.map((code) => ({ value: code, label: label(code) }))}
    />
  )
  switch (field) {
    case 'sector':
      return choose(sectors, answers.sector, (code) => t(`sector.${code as (typeof sectors)[number]}`))
    case 'stage':
      return choose(stages, answers.stage, (code) => t(`stage.${code as (typeof stages)[number]}`))
    case 'sharesEmail':
      return choose(
        ['yes', 'no'],
        answers.sharesEmail === null ? null : answers.sharesEmail ? 'yes' : 'no',
        (code) => t(code === 'yes' ? 'yes' : 'no'),
      )
  }
}

/** Sorted once per language. */
const sorted = new Map<string, { value: string }[]>()

function countriesIn({ say, locale }: Voice) {
  const inOrder = () => countryCodes.map(say.country).sort(say.compare)
  const known = sorted.get(locale) ?? inOrder().map((value) => ({ value }))
  sorted.set(locale, known)
  return known
}
