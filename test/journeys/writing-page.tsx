import type { Child } from 'hono/jsx'
import type { BrowserContext, Page } from 'playwright-core'
import { visitor } from '../../src/features/people/index.ts'
import { dirOf, type Locale, tagOf } from '../../src/platform/words.ts'
import { Actions, AutoSave, Button, Field, Form, type Frame, OfficePage } from '../../src/ui/index.ts'
import { inEnglish } from '../../src/ui/joining.tsx'
import { type Assets, buildAssets } from '../../src/web/assets.ts'
import { editorWords } from '../../src/web/editor-words.ts'
import { protecting } from '../../src/web/headers.ts'

const home = 'https://writing.test'

export const frameFor = (locale: Locale, assets: Frame['assets']): Frame => ({
  locale,
  lang: tagOf(locale),
  dir: dirOf(locale),
  theme: 'light',
  now: new Date('2016-02-21T09:00:00Z'),
  path: '/office/write',
  assets,
  site: { name: 'Network', shortName: 'N', home: '/', tagline: '', sign: 'bridge', links: [] },
  nav: [],
  office: { home: '/office', name: 'Office', nav: [] },
  person: null,
  footer: { links: [] },
  preferences: { action: '/preferences', back: '/office/write', languages: [], themes: [] },
  isForWriting: true,
  editor: () => editorWords({ ...visitor(locale), roles: new Set(['editor']) }),
  words: {
    skip: 'Skip',
    mainNav: 'Main',
    officeNav: 'Office',
    breadcrumbs: 'Here',
    language: 'Language',
    theme: 'Colours',
    account: 'Account',
    error: 'Error',
    faults: (count) => `Please check ${count} answers`,
    ...inEnglish,
  },
})

type Shown = { page: Page; sent: Record<string, string>[]; refused: string[] }

/**
 * A page on which a text is written, with the scripts, the styles and the headers of the site. What is sent is kept in
 * `sent`, what the policy refuses in `refused`.
 */
export const writingPage = (reader: BrowserContext, text: string, locale: Locale = 'en'): Promise<Shown> =>
  pageAround(
    <Form action="/save" guard>
      <Text value={text} />
    </Form>,
    { reader, locale },
  )

/** The same where what is typed is kept as one goes. */
export const keepingPage = (reader: BrowserContext, text: string): Promise<Shown> =>
  pageAround(
    <AutoSave
      isOwnDevice={false}
      words={{
        saved: 'Kept',
        unsaved: 'Unsaved',
        out: 'Out',
        elsewhere: 'Elsewhere',
        restored: 'Restored',
        count: '{n}',
      }}
    >
      <Form action="/save" hidden={{ base: '1', rev: '0', writer: 'a', seq: '0' }}>
        <Text value={text} />
      </Form>
    </AutoSave>,
    { reader, locale: 'en' },
  )

const Text = ({ value }: { value: string }) => (
  <>
    <Field
      type="textarea"
      sheet
      markdown="## before a heading."
      name="body"
      label="Text"
      hint="What readers see."
      value={value}
    />
    <Actions>
      <Button kind="primary">Save</Button>
    </Actions>
  </>
)

async function pageAround(form: Child, on: { reader: BrowserContext; locale: Locale }): Promise<Shown> {
  const { files, icon, ...assets } = await buildAssets()
  const frame = frameFor(on.locale, {
    ...assets,
    icon: { href: icon, type: 'image/svg+xml' },
  })
  const html = String(
    <OfficePage frame={frame} title="A post">
      {form}
    </OfficePage>,
  )
  return pageShowing(on.reader, html, files)
}

/** A page of ours in a browser, with its files and headers. What it sends is kept, field by field, and what the policy refuses. */
export async function pageShowing(
  reader: BrowserContext,
  html: string,
  files: Assets['files'],
): Promise<Shown> {
  const page = await reader.newPage()
  const sent: Record<string, string>[] = []
  const refused: string[] = []
  page.on('console', (line) => line.type() === 'error' && refused.push(line.text()))
  page.on('pageerror', (error) => refused.push(error.message))
  await page.route(`${home}/**`, (route) => {
    const request = route.request()
    const { pathname } = new URL(request.url())
    if (request.method() === 'POST')
      sent.push(Object.fromEntries(new URLSearchParams(request.postData() ?? '')))
    const file = files.get(pathname)
    if (file) return route.fulfill({ contentType: typeOf(pathname), body: Buffer.from(file) })
    if (pathname === '/office/pictures')
      return route.fulfill({ contentType: 'application/json', body: JSON.stringify({ pictures: kept }) })
    if (pathname.startsWith('/media/')) return route.fulfill({ contentType: 'image/png', body: dot })
    return route.fulfill({
      headers: protecting('text/html; charset=utf-8', true, true),
      contentType: 'text/html; charset=utf-8',
      body: html,
    })
  })
  await page.goto(`${home}/office/write`)
  return { page, sent, refused }
}

/** What the library has. */
const kept = [
  {
    name: '/media/0b7f3c9e-2a44-4d0e-9a3b-5d6c7e8f9a0b',
    src: '/media/0b7f3c9e-2a44-4d0e-9a3b-5d6c7e8f9a0b/480.jpeg',
    alt: 'A desk with a globe',
    caption: 'My desk in Bergen',
  },
]

const typeOf = (path: string) =>
  path.endsWith('.css') ? 'text/css' : path.endsWith('.svg') ? 'image/svg+xml' : 'text/javascript'

const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
