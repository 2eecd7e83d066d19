import { describe, expect, test } from 'vitest'
import { Conflict } from '../../platform/refusals.ts'
import { setContributionRule } from './actions/rule.ts'
import { contributed, draw } from './contribution.builder.ts'
import { addressLimit } from './limits.ts'

const { app, site, editor, photo, send, subjects } = await contributed()

describe('the form', () => {
  const fields = {
    ...{
      answer1: 'On a hill.',
      answer2: 'Quiet.',
      answer3: 'The tea.',
      name: 'Marta Oliveira',
      coauthors: '',
    },
    ...{ country: 'PT', email: 'form@lib.example', language: 'en', about: '', alt: 'A green desk' },
    ...{ caption: '', pictureAuthor: '', permission: 'yes', consent: 'yes', website: '', pictureKey: '' },
  }
  async function post(path: string, wish: Record<string, string | File>) {
    const body = new FormData()
    for (const [name, value] of Object.entries({ ...fields, ...wish }))
      if (value !== 'left out') body.append(name, value)
    const answer = await site.request(path, { method: 'POST', headers: { Origin: app.origin }, body })
    return { status: answer.status, to: answer.headers.get('Location') ?? '', html: await answer.text() }
  }
  const file = (bytes: Uint8Array<ArrayBuffer>, name = 'desk.jpg') =>
    new File([bytes], name, { type: 'image/jpeg' })
  const hidden = (html: string) =>
    Object.fromEntries(
      [...html.matchAll(/<input type="hidden" name="(at|proof|pictureKey|alt)" value="([^"]*)"/g)].map(
        ([, name, value]) => [name, value],
      ),
    ) as Record<string, string>

  test('keeps what was typed and the picture while anything is to be mended, and says what', async () => {
    const back = await post('/contribute/postcard', {
      picture: file(photo),
      answer2: '',
      consent: 'left out',
    })
    const { pictureKey = '' } = hidden(back.html)
    const shown = await site.request(`/contribute/pictures/${pictureKey}`)

    expect(back.status).toBe(422)
    expect(back.html).toContain('On a hill.')
    expect(back.html).toContain('Please fill this in.')
    expect(back.html).toContain('Without your consent we may not publish it.')
    expect([shown.status, shown.headers.get('Content-Type')]).toEqual([200, 'image/webp'])
  })

  test('refuses what is no picture, and pictures too narrow, beside the field', async () => {
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
    const polyglot = Buffer.concat([
      Buffer.from('\xff\xd8\xff', 'latin1'),
      Buffer.from('<script>alert(1)</script>'),
    ])
    const answers = [
      await post('/contribute/postcard', { picture: file(new Uint8Array(svg), 'desk.jpg') }),
      await post('/contribute/postcard', { picture: file(new Uint8Array(polyglot)) }),
      await post('/contribute/postcard', { picture: file(await draw(200)) }),
      await post('/contribute/postcard', { alt: '' }),
    ]

    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422])
    expect(answers[0]?.html).toContain('We take pictures as JPEG, PNG or WebP.')
    expect(answers[1]?.html).toContain('The picture file is damaged')
    expect(answers[2]?.html).toContain('narrower than 320 pixels')
    expect(answers[3]?.html).toContain('A postcard needs a picture.')
    expect(answers[3]?.html).toContain('What is there to see? Please fill this in.')
    expect(answers.every(({ html }) => html.includes('On a hill.'))).toBe(true)
  })

  test('sends nothing before it was read once more, then once, and leads to the page of its author', async () => {
    const check = await post('/contribute/postcard', { picture: file(photo) })
    const form = hidden(check.html)
    const quick = await post('/contribute/postcard/send', { ...form, website: '' }).catch(() => null)
    app.at('2016-03-01T12:01:00Z')
    const { website: _website, ...typed } = { ...fields, ...form }
    const body = new FormData()
    for (const [name, value] of Object.entries(typed)) body.append(name, value)
    const once = () =>
      site.request('/contribute/postcard/send', { method: 'POST', headers: { Origin: app.origin }, body })
    const [first, second] = [await once(), await once()]
    const page = await (await site.request(first.headers.get('Location') ?? '')).text()
    const rows = await app.db
      .selectFrom('contribution')
      .where('email', '=', 'form@lib.example')
      .selectAll()
      .execute()

    expect(quick?.status).toBe(422)
    expect([first.status, second.status, rows.length]).toEqual([303, 303, 1])
    expect(rows[0]).toMatchObject({
      ...{
        title: 'A postcard from Portugal',
        answers: ['On a hill.', 'Quiet.', 'The tea.'],
        licence: 'cc-by-4.0',
      },
      ...{ guidelines: 'en/0', stage: 'waiting' },
    })
    expect(page).toContain('We have it, thank you')
    expect(page).toContain('An editor reads it and answers by 15 March 2016.')
    expect(await subjects('form@lib.example')).toEqual(['We have “A postcard from Portugal”, thank you'])
  })

  test('says honestly that the network takes nothing now', async () => {
    await setContributionRule(app, editor, { isOpen: false, licence: 'cc-by-sa-4.0', answerDays: 7 })
    const choose = await (await site.request('/contribute')).text()
    const write = await (await site.request('/contribute/article')).text()

    expect(choose).toContain('We take no contributions just now')
    expect(write).toContain('We take no contributions just now')
    await expect(send()).rejects.toEqual(new Conflict('contributions-closed'))
    await setContributionRule(app, editor, { isOpen: true, licence: 'cc-by-4.0', answerDays: 14 })
  })

  test('one address offers so many in a day and no more', async () => {
    for (let count = 0; count < addressLimit.count; count += 1) await send({ email: 'busy@lib.example' })

    await expect(send({ email: 'Busy@lib.example' })).rejects.toMatchObject({ code: 'too-many' })
  })
})
