import { Actions, Button } from '../button.tsx'
import { Field } from '../field.tsx'
import { ErrorSummary, Fieldset, Form } from '../form.tsx'
import type { GalleryWords } from './english.ts'

const options = (labels: string[]) => labels.map((label) => ({ value: label, label }))

export const Forms = ({ words }: { words: GalleryWords }) => (
  <>
    <h2>{words.parts.forms}</h2>
    <ErrorSummary
      title={words.errors}
      errors={[
        { name: 'email', message: words.errorEmail },
        { name: 'interests', message: words.errorInterests },
      ]}
    />
    <Form action="#" upload guard>
      <Lines words={words} />
      <Choices words={words} />
      <Field type="file" name="file" label={words.file} hint={words.fileHint} accept=".csv" />
      <Field type="textarea" sheet name="body" label={words.body} value={words.bodyText} />
      <Actions>
        <Button kind="primary">{words.send}</Button>
        <Button unchecked>{words.keep}</Button>
      </Actions>
    </Form>
  </>
)

const Lines = ({ words }: { words: GalleryWords }) => (
  <>
    <Field type="text" name="name" label={words.name} hint={words.nameHint} value={words.people[0]?.name} />
    <Field
      type="email"
      name="email"
      label={words.email}
      error={words.errorEmail}
      value="ana.library"
      dir="ltr"
    />
    <Field
      type="select"
      name="country"
      label={words.country}
      placeholder={words.choose}
      options={options(words.countries)}
      value={words.countries[2]}
    />
    <Field
      type="datetime-local"
      name="until"
      label={words.deadline}
      hint={words.deadlineHint}
      suffix={words.zone}
      width="medium"
      value="2016-02-07T23:59"
    />
    <Field type="number" name="cap" label={words.cap} suffix="%" width="short" value={20} min={1} max={100} />
  </>
)

const Choices = ({ words }: { words: GalleryWords }) => (
  <>
    <Field
      type="textarea"
      name="about"
      label={words.about}
      hint={words.aboutHint}
      optional={words.optional}
    />
    <Field
      type="radios"
      name="wish"
      label={words.wish}
      options={options(words.wishes).map((option, index) =>
        index === 1
          ? {
              ...option,
              beneath: <Field type="text" name="beneath" label={words.about} optional={words.optional} />,
            }
          : option,
      )}
      value={words.wishes[1]}
    />
    <Field
      type="checkboxes"
      name="interests[]"
      label={words.interests}
      hint={words.interestsHint}
      error={words.errorInterests}
      options={options(words.interestNames).map((option, index) =>
        index === 1 ? { ...option, hint: words.interestsHint } : option,
      )}
    />
    <Fieldset legend={words.consent}>
      <Field
        type="checkboxes"
        name="consent"
        label={words.consent}
        options={options([words.consentText])}
        value={[words.consentText]}
      />
      <Field
        type="radios"
        row
        name="row"
        label={words.wish}
        options={options(words.wishes)}
        optional={words.optional}
      />
    </Fieldset>
  </>
)
