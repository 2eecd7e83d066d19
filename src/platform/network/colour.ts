/** Lightness 0 to 1, chroma, hue in radians. */
type Oklch = [lightness: number, chroma: number, hue: number]
type Rgb = [red: number, green: number, blue: number]

/** One colour as it is used: `text` for links, `deep` for links one points at, `fill` for buttons, `wash` behind text. */
type Tones = { text: string; deep: string; fill: string; wash: string }
export type Shades = { light: Tones; dark: Tones }

/** What an accent is read on, as in `public/css/tokens.css`; a test holds the two together. */
export const grounds = {
  light: { paper: '#faf7f0', page: '#fefcf9', wash: '#f2eee5' },
  dark: { paper: '#191714', page: '#221f1b', wash: '#2a2723' },
  onFill: '#fefcf9',
} as const

/** Of a network that chose no other. */
export const ourAccent = '#1d5b3c'

/** The least contrast of text, and the one that links in a long text have at night. @source WCAG 2.2, 1.4.3 and 1.4.6 */
const least = 4.5
const comfortable = 7

/** The contrast of two colours, from 1 to 21. @source WCAG 2.2, "contrast ratio" and "relative luminance" */
export function contrast(one: string, other: string): number {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (bright + 0.05) / (dim + 0.05)
}

function luminance(colour: string): number {
  const [red, green, blue] = linear(colour)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Channels from 0 to 1, as light adds up. */
const linear = (colour: string) =>
  [1, 3, 5].map((from) => {
    const channel = Number.parseInt(colour.slice(from, from + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  }) as Rgb

/** How well an accent can be read where that is hardest: as a link on our papers, and under the words of a button. */
export const readability = (accent: string): number =>
  Math.min(...[...Object.values(grounds.light), grounds.onFill].map((ground) => contrast(accent, ground)))

/** Whether it may be the accent: nothing is lost on anyone who sees less well. */
export const isReadable = (accent: string) => readability(accent) >= least

/** The accent itself where it can be read, else the same colour only as much darker as that takes. */
export function nearestReadable(accent: string): string {
  return isReadable(accent) ? accent : shade(oklch(accent), -1, isReadable)
}

/** All that is made of an accent: by day as it is, at night as light as its links and as dark as its buttons need. */
export function shadesOf(accent: string): Shades {
  const [lightness, chroma, hue] = oklch(accent)
  const night = Object.values(grounds.dark)
  const readAtNight = (colour: string) => night.every((ground) => contrast(colour, ground) >= comfortable)
  const text = shade([Math.max(lightness, 0.7), Math.min(chroma, 0.12), hue], 1, readAtNight)
  const fill = shade([0.56, Math.min(chroma, 0.13), hue], -1, (one) => contrast(one, grounds.onFill) >= least)
  const [readAt] = oklch(text)
  return {
    light: {
      text: accent,
      deep: hex([Math.max(lightness - 0.085, 0.15), chroma, hue]),
      fill: accent,
      wash: hex([0.955, Math.min(chroma, 0.024), hue]),
    },
    dark: {
      text,
      deep: hex([Math.min(readAt + 0.06, 0.97), Math.min(chroma, 0.08), hue]),
      fill,
      wash: hex([0.285, Math.min(chroma, 0.03), hue]),
    },
  }
}

/** Goes lighter or darker from a colour until it will do. */
function shade(
  [lightness, chroma, hue]: Oklch,
  direction: 1 | -1,
  willDo: (colour: string) => boolean,
): string {
  for (let at = lightness; at > 0 && at < 1; at += direction * 0.004) {
    const colour = hex([at, chroma, hue])
    if (willDo(colour)) return colour
  }
  return direction > 0 ? '#ffffff' : '#000000'
}

/** @source https://bottosson.github.io/posts/oklab/ */
function oklch(colour: string): Oklch {
  const [red, green, blue] = linear(colour)
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  const a = 1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short
  const b = 0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short
  const lightness = 0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short
  return [lightness, Math.hypot(a, b), Math.atan2(b, a)]
}

/** As screens of sRGB show it: a colour that they cannot show loses of its chroma until they can. */
function hex([lightness, chroma, hue]: Oklch): string {
  const rgb = lights([lightness, chroma, hue])
  const isShown = rgb.every((channel) => channel > -0.0005 && channel < 1.0005)
  if (!isShown && chroma > 0.001) return hex([lightness, chroma * 0.97, hue])
  return `#${rgb.map((channel) => written(channel)).join('')}`
}

function written(channel: number): string {
  const light = Math.min(Math.max(channel, 0), 1)
  const coded = light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055
  return Math.round(coded * 255)
    .toString(16)
    .padStart(2, '0')
}

function lights([lightness, chroma, hue]: Oklch): Rgb {
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)]
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ]
}
