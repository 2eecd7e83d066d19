import { expect, test } from 'vitest'
import { daysTyped, roundForm } from './schema.ts'

test('days are parted by spaces and by the commas of any language, and each is one', () => {
  expect(daysTyped.parse(' 28, 0 14،42，56、14 ')).toEqual([0, 14, 28, 42, 56])
})

test('a time that no clock shows is refused beside its field', () => {
  const typed = {
    ...{ code: '2016A', title: '', zone: 'UTC', startsOn: '2016-02-15', endsOn: '2016-06-06' },
    ...{ applyFrom: '2016-01-11T09:00:61', applyUntil: '2016-01-26T00:00:00' },
    ...{ capPercent: '20', topicDays: '0, 14' },
  }

  expect(roundForm.safeParse(typed).error?.issues).toMatchObject([
    { path: ['applyFrom'], message: 'bad-date' },
  ])
})
