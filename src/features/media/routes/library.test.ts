import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { aPerson } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { signedIn } from '../../../../test/signed-in.ts'
import { runJob } from '../../../platform/jobs.ts'
import { buildAssets } from '../../../web/assets.ts'
import { createSite } from '../../../web/site.tsx'
import { aPublishedPost } from '../../archive/archive.builder.ts'
import { addAvif } from '../jobs.ts'
import { pictureMatters, picturesByIds } from '../queries/pictures.ts'

const app = await testApp()
const site = createSite(app, await buildAssets())
const editor = await aPerson(app, { role: 'editor' })
let headers: Record<string, string>
beforeAll(async () => {
  headers = await signedIn(app, editor)
})

const draw = async (background: string, width = 800) => {
  const picture = sharp({ create: { width, height: width / 2, channels: 3, background } })
  return new File([new Uint8Array(await picture.png().toBuffer())], 'desk.png', { type: 'image/png' })
}
const full = {
  alt: 'A green desk',
  caption: 'My desk',
  author: 'Sol Ruiz',
  source: 'own work',
  licence: 'cc0-1.0',
}

function send(path: string, fields: Record<string, string | File>, more: Record<string, string> = {}) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  return site.request(`/office/pictures${path}`, { method: 'POST', headers: { ...headers, ...more }, body })
}
const page = async (path: string) => (await site.request(`/office/pictures${path}`, { headers })).text()
const idIn = (answer: Response) => answer.headers.get('Location')?.split('/').at(-1) ?? ''
const add = async (fields: Partial<typeof full>) =>
  idIn(await send('/add', { picture: await draw('#2c6b4a'), ...fields }))
const acts = async () => {
  const rows = await app.db
    .selectFrom('journal')
    .select('act')
    .where('act', 'like', 'picture.%')
    .orderBy('id')
    .execute()
  return rows.map(({ act }) => act)
}

describe('the library of pictures', () => {
  let green: string
  let bare: string
  beforeAll(async () => {
    green = await add(full)
    bare = await add({ alt: '' })
  })

  test('is found by words, by licence, and by what is missing', async () => {
    const found = async (query: string) => {
      const html = await page(`?${query}`)
      return [green, bare].filter((id) => html.includes(`/office/pictures/${id}"`))
    }

    expect(await found('')).toEqual([green, bare])
    expect(await found('q=ruiz+GREEN')).toEqual([green])
    expect(await found('q=100%25')).toEqual([])
    expect(await found('licence=cc0-1.0')).toEqual([green])
    expect(await found('lacks=alt')).toEqual([bare])
    expect(await found('lacks=credit')).toEqual([bare])
  })

  test('tells the desk how many lack a text for those who cannot see them', async () => {
    const [matter] = await pictureMatters(app.db, editor, app.now())

    expect(matter).toEqual({
      text: '1 picture has no alternative text.',
      act: { href: '/office/pictures?lacks=alt', label: 'Describe them' },
      urgency: 'later',
    })
    expect(await pictureMatters(app.db, await aPerson(app, { role: 'coordinator' }), app.now())).toEqual([])
  })

  test('says beside the field why a file is not taken, and keeps what was typed', async () => {
    const svg = new File(['<svg onload="alert(1)"/>'], 'desk.png', { type: 'image/png' })

    const answer = await send('/add', { picture: svg, ...full })
    const html = await answer.text()

    expect(answer.status).toEqual(422)
    expect(html).toContain('We take pictures as JPEG, PNG or WebP.')
    expect(html).toContain('value="Sol Ruiz"')
  })

  test('gives the editor its pictures, and takes one from there', async () => {
    const json = { Accept: 'application/json' }
    const list = await site.request('/office/pictures?q=green', { headers: { ...headers, ...json } })
    const taken = await send('/add', { picture: await draw('#333'), alt: 'Dark', caption: 'Night' }, json)
    const refused = await send('/add', { picture: new File(['x'], 'x.png') }, json)

    const one = {
      name: `/media/${green}`,
      src: `/media/${green}/800.jpeg`,
      alt: full.alt,
      caption: full.caption,
    }
    expect(await list.json()).toEqual({ count: 1, pictures: [one] })
    expect(await taken.json()).toMatchObject({ alt: 'Dark', caption: 'Night' })
    expect([refused.status, await refused.json()]).toEqual([
      422,
      {
        problem: 'We take pictures as JPEG, PNG or WebP. Please save it as one of these and choose it again.',
      },
    ])
  })

  test('changes what is said of a picture, and what stays in sight of it, by a press or in percent', async () => {
    await send(`/${bare}/describe`, { ...full, alt: 'A shelf' })
    await send(`/${bare}/focus`, { 'focus.x': '72', 'focus.y': '500' })
    const [pressed] = await picturesByIds(app.db, [bare])
    await send(`/${bare}/focus`, { left: '10', top: '90' })
    const wrong = await send(`/${bare}/focus`, { left: '', top: '190' })
    const told = await wrong.text()
    const long = await (await send(`/${bare}/describe`, { ...full, caption: 'c'.repeat(401) })).text()
    const [typed] = await picturesByIds(app.db, [bare])

    expect([pressed?.alt, pressed?.focusX, pressed?.focusY]).toEqual(['A shelf', 0.25, 1])
    expect([typed?.focusX, typed?.focusY, wrong.status]).toEqual([0.1, 0.9, 422])
    expect(told).toContain('From the left: Please give a whole number from 0 to 100.')
    expect(long).toContain('Please shorten it to 400 letters at most.')
  })

  test('what a public post shows keeps what it did not come out without; a credit names what is known', async () => {
    const id = await add(full)
    const post = await aPublishedPost(app, { slug: 'shown', mediaId: id })
    const bareWords = { alt: '', caption: '', author: '', source: '', licence: '' }

    const lost = await send(`/${id}/describe`, bareWords)
    const told = await lost.text()
    const better = await send(`/${id}/describe`, { ...full, author: 'Sol Ruiz Paz', caption: '' })
    await app.db.updateTable('media').set(bareWords).where('id', '=', id).execute()
    const unknown = await (await site.request('/posts/shown')).text()
    const half = await send(`/${id}/describe`, { ...bareWords, author: 'Sol Ruiz' })
    await app.db.updateTable('post').set({ withdrawnAt: app.now() }).where('id', '=', post).execute()
    const hidden = await send(`/${id}/describe`, bareWords)

    expect([lost, better, half, hidden].map(({ status }) => status)).toEqual([422, 303, 303, 303])
    expect(told.split('so this cannot be left empty.').length - 1).toBe(8)
    expect(unknown).toContain('<figure')
    expect(unknown).not.toContain('Source:')
    expect(unknown).not.toContain('Picture:')
  })

  test('a picture is replaced wherever it is named, twice as well, and its files stay', async () => {
    const second = idIn(await send(`/${green}/replace`, { picture: await draw('#800', 640) }))
    const third = idIn(await send(`/${second}/replace`, { picture: await draw('#008', 500) }))
    const shown = await picturesByIds(app.db, [green, third])

    expect(shown.map(({ id, named, width, alt }) => ({ id, named, width, alt }))).toEqual(
      expect.arrayContaining([
        { id: third, named: green, width: 500, alt: full.alt },
        { id: third, named: third, width: 500, alt: full.alt },
      ]),
    )
    expect((await site.request(`/media/${green}/480.webp`)).status).toEqual(200)
    expect((await site.request(`/office/pictures/${second}`, { headers })).status).toEqual(404)
  })

  test('each change is noted, and nobody but an editor makes one', async () => {
    const member = await signedIn(app, await aPerson(app, { role: 'coordinator' }))
    const answers = await Promise.all(
      [`/${bare}/describe`, `/${bare}/focus`, `/${bare}/replace`, '/add'].map((path) =>
        send(path, { ...full, picture: new File(['x'], 'x.png') }, member),
      ),
    )

    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403])
    expect([...new Set(await acts())].sort()).toEqual([
      'picture.added',
      'picture.described',
      'picture.focused',
      'picture.replaced',
    ])
  })

  test('AVIF is added later, once, and shown to browsers that read it', async () => {
    await runJob(app, addAvif, { id: bare })
    await runJob(app, addAvif, { id: bare })
    const [picture] = await picturesByIds(app.db, [bare])
    const file = await site.request(`/media/${bare}/480.avif`)

    expect(picture?.avifWidths).toEqual([480, 800])
    const start = Buffer.from(await file.arrayBuffer())
      .subarray(4, 12)
      .toString('latin1')
    expect([file.headers.get('Content-Type'), start]).toEqual(['image/avif', 'ftypavif'])
    expect(await page(`/${bare}`)).toContain(
      `<source type="image/avif" srcset="/media/${bare}/480.avif 480w, /media/${bare}/800.avif 800w"`,
    )
  })
})
