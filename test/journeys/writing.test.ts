import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { trialDocuments } from '../editor/trial-documents.ts'
import { aReader, expectGoodPage, hasChromium } from './browser.ts'
import { keepingPage, writingPage } from './writing-page.tsx'

const everything = Object.values(trialDocuments).join('\n')
const surface = '.surface > .prose'
const markdownOf = (page: Page) => page.locator('textarea').inputValue()

/** Puts something on the clipboard of another program and pastes it. */
const paste = (page: Page, html: string) =>
  page.locator(surface).evaluate(async (target, text) => {
    // A browser tells where the cursor was moved to only after the key, and no hand pastes before that.
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame)
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', text)
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, html)

const fromWord = `<html xmlns:o="urn:o"><head><style>p.MsoNormal{margin:0}</style></head><body><!--StartFragment-->
<p class=MsoNormal style='margin:0cm' onclick="alert(1)"><b style='mso-bidi-font-weight:normal'>Bold</b> and <i>slanted</i><o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span> </span></span><![endif]>one</p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span> </span></span><![endif]>inner</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span> </span></span><![endif]>two</p>
<table><tr><td><p class=MsoNormal>Town</p></td><td><p>Readers</p></td></tr><tr><td><p>Quito</p></td><td><p>80</p></td></tr></table>
<!--EndFragment--></body></html>`

const fromGoogle = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr"><span style="font-weight:400">A title</span></h2><p dir="ltr"><span style="font-weight:400;">Plain, </span><span style="font-weight:700;font-style:italic">both</span><span style="font-weight:400"> and </span><a href="https://www.google.com/url?q=https://www.ifla.org/&amp;sa=D"><span style="font-weight:400">a link</span></a></p><img src="https://example.org/track.png"><script>alert(1)</script></b>`

const notesOfWord = `<html xmlns:o="urn:o"><body><!--StartFragment--><p class=MsoNormal>Quiet<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span>[1]</span><![endif]></span></span></a> rooms<a href="file:///C:/Temp/clip.htm#_ftn2" name="_ftnref2">[2]</a>.</p><div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> One, <i>p. 3</i>.</p><p class=MsoFootnoteText>More of it.</p></div><div style='mso-element:footnote' id=ftn2><p class=MsoFootnoteText><a href="file:///C:/Temp/clip.htm#_ftnref2" name="_ftn2">[2]</a> Two.</p></div></div><!--EndFragment--></body></html>`

const notesOfGoogle = `<b style="font-weight:normal;" id="docs-internal-guid-1"><p>Loud<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup> and<sup><a href="#ftnt2" id="ftnt_ref2">[2]</a></sup> <a href="#far">away</a>.</p><hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a> Three.</p></div><div><p><a href="#ftnt_ref2" id="ftnt2">[2]</a> Four.</p></div></b>`

const notesOfLibreOffice = `<p>Still<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>.</p><div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Five.</p></div>`

describe.skipIf(!hasChromium)('writing a text', () => {
  test('a text that was only looked at is sent as it was, on both sides', async () => {
    const { page, sent, refused } = await writingPage(await aReader(), everything)
    await page.getByRole('button', { name: 'Edit as Markdown' }).click()
    const shown = await markdownOf(page)
    const hint = page.getByText('## before a heading.')
    const told = await hint.isVisible()
    await page.getByRole('button', { name: 'Edit as Markdown' }).click()

    const hidden = await hint.isHidden()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.waitForLoadState('load')

    expect(shown).toEqual(everything)
    // How Markdown is written is told to whoever sees it.
    expect([told, hidden]).toEqual([true, true])
    expect(sent.map(({ body = '' }) => body.replaceAll('\r\n', '\n'))).toEqual([everything])
    expect(refused).toEqual([])
  })

  test('the page has nothing for axe to find, with everything a text may hold, from either side', async () => {
    for (const locale of ['en', 'ar'] as const) {
      const { page } = await writingPage(await aReader(), everything, locale)
      await page.locator(surface).locator('td').first().click()

      await expectGoodPage(page)
    }
  })

  test('a table runs as its words do, whatever the language of who writes', async () => {
    const tables = '| A | B |\n| - | - |\n| 1 | 2 |\n\n| كتاب | قلم |\n| - | - |\n| 1 | 2 |\n'
    const { page } = await writingPage(await aReader(), tables, 'ar')

    const places = await page
      .locator(surface)
      .locator('th')
      .evaluateAll((heads) => heads.map((head) => head.getBoundingClientRect().left))

    const [a = 0, b = 0, kitab = 0, qalam = 0] = places
    expect([a < b, kitab > qalam]).toEqual([true, true])
  })

  test('it is written by keyboard alone, and the field hears of it', async () => {
    const { page, refused } = await writingPage(await aReader(), '')
    await page.evaluate(() => {
      Reflect.set(window, 'heard', 0)
      document.addEventListener('input', ({ target }) => {
        if (target instanceof HTMLTextAreaElement)
          Reflect.set(window, 'heard', Reflect.get(window, 'heard') + 1)
      })
    })
    await page.locator('label', { hasText: 'Text' }).click()
    await page.keyboard.type('Hello ')
    await page.keyboard.press('Control+b')
    await page.keyboard.type('reader')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Alt+F10')
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter'])
      await page.keyboard.press(key)
    await page.keyboard.type('one')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.type('two')
    await page.locator(surface).blur()

    expect(await markdownOf(page)).toEqual('Hello **reader**\n\n- one\n  - two\n')
    expect(await page.evaluate(() => Reflect.get(window, 'heard') > 0)).toEqual(true)
    expect(await page.locator('.count').textContent()).toEqual('Words: 4 · Reading time in minutes: 1')
    expect(refused).toEqual([])
  })

  test('what was sent without a connection is there again, to read and to go on with', async () => {
    const reader = await aReader()
    const { page } = await keepingPage(reader, 'Before.')
    await page.route('**/save', (route) => route.abort())
    await page.locator(surface).focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' Typed without.')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.waitForURL('chrome-error://**')
    await page.unroute('**/save')

    await page.goto('https://writing.test/office/write')

    expect(await page.locator(surface).textContent()).toEqual('Before. Typed without.')
    expect(await markdownOf(page)).toEqual('Before. Typed without.\n')
    const said = page.locator('auto-save > [role="status"]')
    expect(await said.textContent()).toEqual('Restored')
    await said.getByText('Unsaved').waitFor({ timeout: 10_000 })
  })

  test('whoever was signed out while they wrote reads so, and keeps what they typed', async () => {
    const { page } = await keepingPage(await aReader(), 'Before.')
    await page.route('**/save', (route) => route.fulfill({ status: 303, headers: { Location: '/sign-in' } }))
    await page.locator(surface).focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' Typed late.')

    await page.locator('auto-save > [role="status"]').getByText('Out').waitFor({ timeout: 10_000 })

    await page.reload()
    expect(await page.locator(surface).textContent()).toEqual('Before. Typed late.')
  })

  test('a browser that puts back what was typed puts it where it is read', async () => {
    const { page } = await writingPage(await aReader(), 'Before.')
    await page.locator('textarea').evaluate((area: HTMLTextAreaElement) => {
      area.value = 'Put back.'
      dispatchEvent(new PageTransitionEvent('pageshow'))
    })

    expect(await page.locator(surface).textContent()).toEqual('Put back.')
    expect(await markdownOf(page)).toEqual('Put back.')
  })

  test('what comes from Word and from Google Docs is cleaned', async () => {
    const { page, refused } = await writingPage(await aReader(), '')
    await page.locator(surface).focus()
    await paste(page, fromWord)
    await page.locator(surface).blur()
    const word = await markdownOf(page)
    await page.locator(surface).focus()
    await page.keyboard.press('Control+a')
    await paste(page, fromGoogle)
    await page.locator(surface).blur()

    expect(word).toEqual(
      '**Bold** and *slanted*\n\n- one\n  - inner\n- two\n\n| Town  | Readers |\n| ----- | ------- |\n| Quito | 80      |\n',
    )
    expect(await markdownOf(page)).toEqual(
      '## A title\n\nPlain, **_both_** and [a link](https://www.ifla.org/)\n',
    )
    expect(refused).toEqual([])
  })

  test('footnotes of other programs are footnotes here, beside those of the text', async () => {
    const { page, refused } = await writingPage(await aReader(), 'Own.[^1]\n\n[^1]: Zero.\n')
    for (const notes of [notesOfWord, notesOfGoogle, notesOfLibreOffice]) {
      await page.locator(surface).focus()
      await page.keyboard.press('Control+Home')
      await paste(page, notes)
    }
    await page.locator(surface).blur()

    expect((await markdownOf(page)).split('\n\n')).toEqual([
      ...['Still[^6].', '[^6]: Five.'],
      ...['Loud[^4] and[^5] [away](#far).', '[^4]: Three.', '[^5]: Four.'],
      ...['Quiet[^3] rooms[^2].', '[^3]: One, *p. 3*.', '    More of it.', '[^2]: Two.'],
      ...['Own.[^1]', '[^1]: Zero.\n'],
    ])
    expect(refused).toEqual([])
  })

  test('a picture of the library is put into the text with what is said of it', async () => {
    const { page, refused } = await writingPage(await aReader(), 'Before.')
    await page.getByRole('button', { name: 'Picture' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Apply' }).click()
    const asked = await dialog.getByRole('alert').textContent()
    await dialog.getByRole('radio', { name: 'A desk with a globe' }).check()
    await dialog.getByLabel('Caption').fill('Her desk')
    await expectGoodPage(page, [360])
    await dialog.getByRole('button', { name: 'Apply' }).click()
    await page.locator(surface).blur()

    expect(asked).toMatch(/^Say in one sentence/)
    expect(await markdownOf(page)).toContain(
      '![A desk with a globe](/media/0b7f3c9e-2a44-4d0e-9a3b-5d6c7e8f9a0b "Her desk")',
    )
    expect(refused).toEqual([])
  })
})
