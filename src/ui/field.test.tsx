import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Field } from './field.tsx'
import { ErrorSummary } from './form.tsx'

test('a field names its hint and its error to screen readers', () => {
  const field = String(
    <Field type="email" name="email" label="E-mail" hint="Where we write to" error="Add an @" />,
  )

  expect(field.match(/aria-describedby="([^"]*)"/)?.[1]).toEqual('f-email-hint f-email-error')
  expect(field.match(/aria-invalid="true"/g)).toHaveLength(1)
})

test('the summary links to the first choice of a list', () => {
  const options = ['a', 'b'].map((value) => ({ value, label: value }))

  const ids = String(
    <Field type="checkboxes" name="interests[]" label="Interests" options={options} />,
  ).match(/ id="[^"]*"/g)
  const summary = String(
    <ErrorSummary title="Mend" errors={[{ name: 'interests', message: 'Choose one' }]} />,
  )

  expect(ids).toEqual([' id="f-interests"', ' id="f-interests-2"'])
  expect(summary.match(/href="[^"]*"/g)).toEqual(['href="#f-interests"'])
})

test('a field is required unless it is marked as optional', () => {
  const fields = [undefined, 'optional', ''].map((optional) =>
    String(<Field type="text" name="name" label="Name" optional={optional} />),
  )

  expect(fields.map((field) => field.includes(' required'))).toEqual([true, false, false])
  expect(fields.map((field) => field.includes('(optional)'))).toEqual([false, true, false])
})

test('a year ends with its fourth digit, so that the hour can be typed after it', () => {
  const fields = [
    String(<Field type="date" name="on" label="Day" />),
    String(<Field type="datetime-local" name="at" label="Time" />),
    String(<Field type="date" name="until" label="Until" max="2016-12-31" />),
  ]

  expect(fields.map((field) => field.match(/ max="([^"]*)"/)?.[1])).toEqual([
    '9999-12-31',
    '9999-12-31T23:59',
    '2016-12-31',
  ])
})

test('what a person typed cannot become markup', () => {
  const field = String(<Field type="text" name="name" label="Name" value={'"><script>'} />)

  expect(field).not.toContain('<script>')
})

test('no browser cuts what is pasted: only the box of the search, which shows for what it searched', () => {
  const cutting = globSync('src/**/*.tsx').filter((path) => /maxlength=\{/i.test(readFileSync(path, 'utf8')))

  expect(cutting).toEqual(['src/features/archive/pages/search-form.tsx'])
})
