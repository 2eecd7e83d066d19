import { expect, test } from 'vitest'
import { treatedBefore } from './treated.ts'

const post = (id: string, wish: { title: string; tags?: string[]; hashtag?: string }) => ({
  ...{ id, tags: [], hashtag: '', ...wish },
})

test('an earlier treatment is found by its words, whatever their case, marks and number', () => {
  const archive = [
    post('spaces-2016', { title: 'Library spaces: function' }),
    post('negotiation', { title: 'Personal negotiation' }),
    post('spaces-2014', { title: 'Library spaces we love' }),
    post('copyright', { title: 'Copyright', tags: ['licences'], hashtag: '#ReadersRights' }),
  ]
  const before = (title: string, tags: string[] = [], hashtag = '') =>
    treatedBefore({ id: 'new', title, tags, hashtag }, archive).map(({ id }) => id)

  expect(before('Spaces')).toEqual(['spaces-2016', 'spaces-2014'])
  expect(before('Spaces we LÓVE')).toEqual(['spaces-2014'])
  expect(before('Discussion topic: Copyright')).toEqual(['copyright'])
  expect(before('Whose recipe is it?', ['copyright', 'licence'])).toEqual(['copyright'])
  expect(before('Copyright, and what recipes have to do with it')).toEqual(['copyright'])
  expect(before('About your library')).toEqual([])
  expect(before('About your library', [], '#readersrights')).toEqual(['copyright'])
})
