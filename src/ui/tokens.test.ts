import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

type Scheme = 'light' | 'dark'
type Pair = [text: string, ground: string, atLeast: number]

const css = readFileSync(new URL('../../public/css/tokens.css', import.meta.url), 'utf8')

const grounds = ['paper', 'page', 'wash']
const reading: Pair[] = grounds.map((ground) => ['ink', ground, 7])
const onWashes: Pair[] = ['leaf-wash', 'brass-wash', 'thread-wash'].map((ground) => ['ink', ground, 7])
const coloured: Pair[] = ['leaf', 'leaf-deep', 'thread', 'brass', 'quiet'].flatMap((text) =>
  grounds.map((ground): Pair => [text, ground, 4.5]),
)
const marks: Pair[] = ['leaf', 'brass', 'thread'].map((tone) => [tone, `${tone}-wash`, 4.5])
const buttons: Pair[] = ['leaf-fill', 'thread-fill'].map((fill) => ['on-fill', fill, 4.5])
const lines: Pair[] = ['edge', 'focus', 'leaf-fill', 'thread-fill'].flatMap((line) =>
  ['paper', 'page'].map((ground): Pair => [line, ground, 3]),
)

describe.each<Scheme>(['light', 'dark'])('in the %s', (scheme) => {
  test.each([...reading, ...onWashes, ...coloured, ...marks, ...buttons, ...lines])(
    '%s on %s has a contrast of at least %d to 1',
    (text, ground, atLeast) => {
      const ratio = contrast(luminance(token(text, scheme)), luminance(token(ground, scheme)))

      expect(ratio).toBeGreaterThanOrEqual(atLeast)
    },
  )
})

/** Lightness 0 to 1, chroma, hue in degrees. */
type Oklch = [number, number, number]

function token(name: string, scheme: Scheme): Oklch {
  const value = css.match(new RegExp(`--${name}: (.*);`))?.[1] ?? ''
  const colours = [...value.matchAll(/oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)]
  const [, l, c, h] = (scheme === 'dark' ? colours.at(-1) : colours[0]) ?? []
  if (!l) throw new Error(`no colour --${name}`)
  return [Number(l), Number(c), Number(h)]
}

const contrast = (a: number, b: number) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)

/**
 * Relative luminance, 0 to 1, of the colour as a screen of sRGB shows it.
 *
 * @source https://bottosson.github.io/posts/oklab/ and WCAG 2.2, "relative luminance"
 */
function luminance([lightness, chroma, hue]: Oklch): number {
  const angle = (hue * Math.PI) / 180
  const a = chroma * Math.cos(angle)
  const b = chroma * Math.sin(angle)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const clamp = (value: number) => Math.min(Math.max(value, 0), 1)
  const red = clamp(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)
  const green = clamp(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)
  const blue = clamp(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
