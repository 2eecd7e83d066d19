import { expect, test } from 'vitest'
import { testApp } from '../../../test/harness.ts'
import { readUnsubscribeToken, unsubscribeLink, unsubscribeToken } from './unsubscribe.ts'

const app = await testApp()
const leaving = { readerId: '0b7f3c9e-2a44-4d0e-9a3b-5d6c7e8f9a0b', list: 'topics' }

test('a link says who leaves which list', () => {
  const link = unsubscribeLink(app, leaving.readerId, leaving.list)

  expect(link.startsWith('http://localhost:3000/unsubscribe/')).toBe(true)
  expect(readUnsubscribeToken(app, link.slice(link.lastIndexOf('/') + 1))).toEqual(leaving)
})

test('nobody can write a link for somebody else, or for another list', () => {
  const token = unsubscribeToken(app, leaving)
  const other = unsubscribeToken(app, { ...leaving, readerId: '1b7f3c9e-2a44-4d0e-9a3b-5d6c7e8f9a0b' })
  const [id = '', list = '', proof = ''] = token.split('.')
  const otherApp = { ...app, config: { ...app.config, secret: 'another secret, of thirty-two characters' } }

  const forged = [
    `${other.split('.')[0]}.${list}.${proof}`,
    `${id}.newsletter.${proof}`,
    `${id}.${list}.${'A'.repeat(43)}`,
    `${id}.${list}`,
    token.slice(0, -1),
    '',
  ].map((text) => readUnsubscribeToken(app, text))

  expect(forged).toEqual(forged.map(() => null))
  expect(readUnsubscribeToken(otherApp, token)).toBe(null)
})
