import { expect, test } from 'vitest'
import { testApp } from '../../test/harness.ts'
import { rowVersions } from './index.ts'

const { db } = await testApp()

async function versionNow(): Promise<string> {
  // Whoever has no link beside them counts all the same.
  const { version } = await db
    .selectFrom('networkLink as one')
    .leftJoin('networkLink as next', (join) => join.onRef('next.label', '=', 'one.href'))
    .select(rowVersions('one', 'next').as('version'))
    .executeTakeFirstOrThrow()
  return version
}

test('rows that are added, changed, taken away or put back make another version each time; left alone, the same', async () => {
  const link = { position: 1, label: 'A', href: 'https://b.example/' }
  const named = (label: string) => db.updateTable('networkLink').set({ label }).where('position', '=', 1)
  const versions = [await versionNow()]
  await db.insertInto('networkLink').values(link).execute()
  versions.push(await versionNow())
  await db
    .insertInto('networkLink')
    .values({ position: 2, label: 'https://b.example/', href: 'https://c.example/' })
    .execute()
  versions.push(await versionNow())
  const again = await versionNow()
  await named('C').execute()
  versions.push(await versionNow())
  await named('A').execute()
  versions.push(await versionNow())
  await db.deleteFrom('networkLink').where('position', '=', 1).execute()
  versions.push(await versionNow())

  expect(again).toBe(versions[2])
  expect(new Set(versions).size).toBe(versions.length)
})
