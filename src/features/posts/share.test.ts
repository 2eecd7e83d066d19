import { expect, test } from 'vitest'
import { mastodonLink, serverIn, shareLink, shareWays } from './share.ts'

const post = { title: 'Desks & “chairs”?', url: 'https://iln.example/posts/desks' }

test('each way carries title and address whole', () => {
  const read = (link: string) => decodeURIComponent(link.replace(/\+/g, ' '))

  expect(shareWays.map((way) => read(shareLink(way, post)))).toEqual([
    'mailto:?subject=Desks & “chairs”?&body=Desks & “chairs”?\nhttps://iln.example/posts/desks',
    'https://www.facebook.com/sharer/sharer.php?u=https://iln.example/posts/desks',
    'https://www.linkedin.com/sharing/share-offsite/?url=https://iln.example/posts/desks',
    'https://wa.me/?text=Desks & “chairs”? https://iln.example/posts/desks',
  ])
  expect(new URL(mastodonLink('glammr.us', post)).searchParams.get('text')).toBe(
    'Desks & “chairs”?\nhttps://iln.example/posts/desks',
  )
})

test.each([
  ['mastodon.social', 'mastodon.social'],
  [' https://Glammr.us/home ', 'glammr.us'],
  ['@amara@glammr.us', 'glammr.us'],
  ['bücher.example', 'xn--bcher-kva.example'],
  ['localhost', null],
  ['192.168.1.1', null],
  ['mastodon social', null],
  ['evil.example:8080', 'evil.example'],
  ['javascript:alert(1)', null],
  ['', null],
])('a server is known from what is typed: %s', (typed, host) => {
  expect(serverIn(typed)).toBe(host)
})
