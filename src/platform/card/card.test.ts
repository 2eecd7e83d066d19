import sharp from 'sharp'
import { expect, test } from 'vitest'
import { cardText, isDrawable } from './card.ts'
import { type Card, cardVersion, drawCard } from './index.ts'

const leaf = ['M2 2H30V30H2Z']
const card: Card = {
  dir: 'ltr',
  name: 'Network',
  accent: '#1d5b3c',
  sign: 'leaves',
  title: 'Round 2016A',
  line: 'You can apply until 16 February 2016 at 12:00 UTC.',
}

/** How much of a part is not paper, in thousandths. */
async function inkIn(png: Buffer, left: number, width: number, top = 150, height = 330): Promise<number> {
  const { data, info } = await sharp(png)
    .extract({ left, top, width, height })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const dark = data.filter((_, at) => at % info.channels === 0).filter((value) => value < 128).length
  return Math.round((dark * 1000) / (width * height))
}

test('a card begins on the side on which its language does, and is the same each time', async () => {
  const english = await drawCard(card, leaf)
  const again = await drawCard(card, leaf)
  const arabic = await drawCard({ ...card, dir: 'rtl', title: 'الدورة 2016A', line: 'يمكنكم التقديم.' }, leaf)

  expect(await sharp(english).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
  expect(again.equals(english)).toBe(true)
  expect(english.length).toBeLessThan(60_000)
  expect(await inkIn(english, 40, 400)).toBeGreaterThan(20)
  expect(await inkIn(english, 900, 250)).toBe(0)
  expect(await inkIn(arabic, 900, 250)).toBeGreaterThan(20)
  expect(await inkIn(arabic, 40, 400)).toBe(0)
})

test('letters of Arabic are joined, and read from the right', async () => {
  const drawn = (title: string) => drawCard({ ...card, dir: 'rtl', title, line: '' }, leaf)
  // A joiner between two letters changes nothing where they are joined, and its opposite tears them apart.
  const [word, joined, torn] = await Promise.all([
    drawn('مكتبة'),
    drawn('م\u200dك\u200dت\u200dب\u200dة'),
    drawn('م\u200cك\u200cت\u200cب\u200cة'),
  ])

  expect(joined.equals(word)).toBe(true)
  expect(torn.equals(word)).toBe(false)
})

test('whatever somebody typed is drawn within the card', async () => {
  const endless = 'W'.repeat(5000)
  const cards = [
    { name: endless, title: '</span><span size="1">&lt;b&gt; & "quoted" <script>', line: endless },
    { name: '\u0000\u202e\u{1f389}', title: endless, line: `Z${'\u0301'.repeat(500)}` },
  ]
  for (const said of cards) {
    const png = await drawCard({ ...card, ...said }, leaf)

    expect(await sharp(png).metadata()).toMatchObject({ width: 1200, height: 630 })
    // Nothing reaches the edge on which lines end.
    expect(await inkIn(png, 1150, 50, 0, 630)).toBe(0)
  }
})

test('a process that cannot start costs the picture and nothing else', async () => {
  const { execPath } = process
  process.execPath = '/nowhere'
  const failed = await drawCard(card, leaf).catch((error) => error)
  process.execPath = execPath

  expect(failed).toBeInstanceOf(Error)
  expect((await drawCard(card, leaf)).length).toBeGreaterThan(1000)
})

test('the network’s own picture stands in the place of a sign', async () => {
  const picture = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#000' } })
    .webp()
    .toBuffer()

  const png = await drawCard(card, picture)

  expect(await inkIn(png, 90, 40, 90, 40)).toBe(1000)
})

test('a text is kept to letters that our fonts have, and to its length', () => {
  expect(cardText('  Café \t Ωμέγα Жук مكتبة \u{1f389}中文हिन्दी ', 60)).toMatch(/^Café Ωμέγα Жук مكتبة 中文/)
  expect(cardText('abcdef', 4)).toBe('abc…')
  expect(isDrawable('Round 2016A: ابدأ!')).toBe(true)
  expect(isDrawable('图书馆の本：龍')).toBe(true)
  expect(isDrawable('ห้องสมุด')).toBe(false)
  expect(isDrawable('𠮷')).toBe(false)
})

test('whatever a card says is in its version', () => {
  const changes = { dir: 'rtl', name: 'N', accent: '#000000', sign: 'book', title: 'T', line: 'L' } as const
  const versions = Object.entries(changes).map(([key, value]) => cardVersion({ ...card, [key]: value }))

  expect(new Set([cardVersion(card), ...versions]).size).toBe(7)
})
