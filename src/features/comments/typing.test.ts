import { expect, test } from 'vitest'
import { aCommentedBlog } from '../../../test/comments/commented-blog.ts'

const { app, site, browser, aPost, send, minutesLater, firstShown } = await aCommentedBlog()
await firstShown()

test('one page of a post is made anew by a comment, and no other', async () => {
  await aPost('other')
  const tag = async (slug: string) => (await site.request(`/posts/${slug}`)).headers.get('ETag')
  const [desk, other] = [await tag('desk'), await tag('other')]

  await send({ text: 'Once more.' })

  expect(await tag('other')).toBe(other)
  expect(await tag('desk')).not.toBe(desk)
})

test('the page of a post holds no name, time or proof of anyone who reads it', async () => {
  const page = await browser().read('/posts/desk')
  const form = /<form[^>]*action="\/posts\/desk\/comments".*?<\/form>/s.exec(page)?.[0] ?? ''

  expect(form).toContain('Your email address will not be published.')
  expect(form).not.toMatch(/type="hidden"|name="(at|proof)"|value="[^"]+@/)
})

test('a comment is typed, read once more, and sent; pressed twice it is there once', async () => {
  const own = browser()
  const typed = { name: 'Noor', email: 'noor@lib.example', text: 'A <script>alert(1)</script> of mine.' }
  const check = await own.send('/posts/desk/comments', typed)
  const page = await check.text()
  const hidden = fieldsOf(page)
  const quick = await own.send('/posts/desk/comments/send', hidden)
  minutesLater(1)
  const again = fieldsOf(await quick.text())
  minutesLater(1)
  const first = await own.send('/posts/desk/comments/send', again)
  const second = await own.send('/posts/desk/comments/send', again)
  const receipt = await own.read(first.headers.get('Location') ?? '')

  expect([check.status, quick.status, first.status]).toEqual([200, 422, 303])
  expect(page).toContain('&lt;script&gt;')
  expect(page).not.toContain('<script>alert')
  expect(second.headers.get('Location')).toBe(first.headers.get('Location'))
  expect(receipt).toContain('Your comment waits for an editor')
  const found = await app.db
    .selectFrom('comment')
    .where('email', '=', 'noor@lib.example')
    .select('id')
    .execute()
  expect(found).toHaveLength(1)
})

test('a text that was changed on the way is shown once more, and not sent', async () => {
  const own = browser()
  const typed = { name: 'Noor', email: 'noor@lib.example', text: 'What I read.' }
  const hidden = fieldsOf(await (await own.send('/posts/desk/comments', typed)).text())
  minutesLater(1)
  const answer = await own.send('/posts/desk/comments/send', { ...hidden, text: 'What I did not read.' })

  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('What I did not read.')
})

test.each([
  ['nothing', { name: '', email: '', text: '' }, 'Please fill this in.'],
  ['no address', { name: 'A', email: 'a@', text: 'T' }, 'This does not look like an email address.'],
  ['a megabyte', { name: 'A', email: 'a@lib.example', text: 'x'.repeat(900_000) }, 'up to 5,000 letters'],
  [
    'a field for programs',
    { name: 'A', email: 'a@lib.example', text: 'T', website: 'x' },
    'Programs fill in',
  ],
])('%s comes back with a sentence beside the field', async (_what, typed, sentence) => {
  const answer = await browser().send('/posts/desk/comments', typed)

  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(sentence)
})

/** The hidden fields of a page's form, as a browser would send them. */
function fieldsOf(page: string): Record<string, string> {
  const form = /<form[^>]*comments\/send".*?<\/form>/s.exec(page)?.[0] ?? ''
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [
        name,
        value
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&amp;', '&'),
      ],
    ),
  )
}
