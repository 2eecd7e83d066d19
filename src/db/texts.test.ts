import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testApp } from '../../test/harness.ts'
import { hasIn } from './index.ts'

const app = await testApp('2016-02-20T12:00:00Z')

test.each([
  ['Łukasz Wójcik', 'lukasz wojcik'],
  ['Søren', 'SOREN'],
  ['Yılmaz', 'yilmaz'],
  ['O’Brien', "O'Brien"],
  ["O'Brien", 'O’Brien'],
  ['An\u200ba Luz', 'Ana Luz'],
  ['می\u200cخواهم', 'میخواهم'],
])('%j is found by %j', async (text, typed) => {
  const { rows } = await sql<{ found: boolean }>`select ${hasIn(sql`${text}::text`, typed)} as found`.execute(
    app.db,
  )

  expect(rows).toEqual([{ found: true }])
})
