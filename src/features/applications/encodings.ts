import { analyse } from 'chardet'

/** Ways of writing text in bytes that can be chosen, by the names of the web's encoding standard; commonest first. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'macintosh',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'iso-8859-2',
  'koi8-r',
  'x-mac-cyrillic',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'gb18030',
  'big5',
  'euc-kr',
] as const
export type Encoding = (typeof encodings)[number]

/** What a file says in one encoding: some words of it that are not plain English letters. */
export type EncodingReading = { encoding: Encoding; text: string }

export type EncodingGuess = {
  encoding: Encoding
  /** Whether someone must say: another encoding reads as well, or none reads like a language. */
  isUncertain: boolean
  /** The guess first, then the others that may be meant. */
  readings: EncodingReading[]
}

/** Those that are guessed. The others can be chosen; no evidence tells them apart from these. */
const guessed: readonly Encoding[] = encodings.filter(
  (one) => !['windows-1257', 'windows-1258', 'windows-874', 'x-mac-cyrillic'].includes(one),
)
const byteByByte = guessed.filter((one) => !one.startsWith('utf-') && one !== 'iso-2022-jp')

/** One letter in so many may look wrong in the right encoding: names are names. */
const oddAtMost = 0.12
/** So much better than the next must the library find a reading, of 100, to be believed, and in so many letters. */
const clearly = 20
const enoughLetters = 40
/** So much looks wrong by chance. */
const chance = 0.5
const readingsShown = 5

/**
 * In which encoding bytes were written that are not all UTF-8: the one in which words look like words. Between those in
 * which they do, the library for it decides by the frequency of letters, if it is clear about it.
 *
 * @param sample whole lines, those with bytes above 127
 */
export function guessEncoding(sample: Uint8Array): EncodingGuess {
  if (isNearlyUtf8(sample)) return { encoding: 'utf-8', isUncertain: false, readings: [] }
  const judged = distinct(byteByByte.map((encoding) => ({ encoding, text: decoded(sample, encoding) })))
    .map((one) => ({
      ...one,
      letters: lettersIn(one.text),
      odd: oddnessOf(one.text) + rarityOf(sample, one.encoding),
    }))
    .sort((a, b) => a.odd - b.odd)
  const least = judged[0]?.odd ?? 0
  const beliefs = beliefsIn(foreignWords(sample))
  const beliefIn = ({ encoding }: EncodingReading) => beliefs.get(encoding) ?? 0
  const isStanding = ({ odd }: { odd: number }) => odd <= 1.5 * least + chance
  const standing = judged.filter(isStanding).sort((a, b) => beliefIn(b) - beliefIn(a))
  const readings = [...standing, ...judged.filter((one) => !isStanding(one))]
  const [best, next] = readings as [Judged, Judged]
  const isClear =
    standing.length === 1 || (best.letters >= enoughLetters && beliefIn(best) >= beliefIn(next) + clearly)
  return {
    encoding: best.encoding,
    isUncertain: best.odd > oddAtMost * best.letters || !isClear,
    readings: readings
      .slice(0, readingsShown)
      .map(({ encoding, text }) => ({ encoding, text: glimpse(text) })),
  }
}

type Judged = EncodingReading & { letters: number; odd: number }

/** Bytes that form letters of UTF-8 by chance are rare; a few that do not were broken on the way. */
function isNearlyUtf8(sample: Uint8Array): boolean {
  const letters = decoded(sample, 'utf-8').match(/[^\0-\x7f]/gu) ?? []
  const broken = letters.filter((letter) => letter === '\ufffd').length
  return letters.length > 0 && broken <= letters.length / 5
}

const lettersIn = (text: string) => text.match(/[^\0-\x7f]/gu)?.length ?? 0

const decoded = (bytes: Uint8Array, encoding: Encoding) => new TextDecoder(encoding).decode(bytes)

/** Encodings that read alike are one: the commonest. */
function distinct(readings: readonly EncodingReading[]): EncodingReading[] {
  const seen = new Set<string>()
  return readings.filter(({ text }) => !seen.has(text) && seen.add(text))
}

/** The library's names for what we call otherwise. Its ISO encodings are the Windows ones without their extra letters. */
const families: Record<string, readonly Encoding[]> = {
  'ISO-8859-1': ['windows-1252'],
  'ISO-8859-2': ['iso-8859-2', 'windows-1250'],
  'windows-1250': ['iso-8859-2', 'windows-1250'],
  'ISO-8859-5': [],
  'ISO-8859-6': [],
  'ISO-8859-7': ['windows-1253'],
  'ISO-8859-8': ['windows-1255'],
  'ISO-8859-9': ['windows-1254'],
}

function beliefsIn(bytes: Uint8Array): Map<Encoding, number> {
  const beliefs = new Map<Encoding, number>()
  for (const { name, confidence } of analyse(bytes)) {
    const own = encodings.filter((one) => one === name.toLowerCase())
    for (const encoding of families[name] ?? own)
      beliefs.set(encoding, Math.max(confidence, beliefs.get(encoding) ?? 0))
  }
  return beliefs
}

/** The words with bytes above 127: among much English the others would not be heard. */
function foreignWords(sample: Uint8Array): Uint8Array {
  const text = Buffer.from(sample).toString('latin1')
  return Buffer.from(
    (text.match(/[A-Za-z\x80-\xff]*[\x80-\xff][A-Za-z\x80-\xff]*/g) ?? []).join(' '),
    'latin1',
  )
}

/** How much of a text looks wrong, in characters: 1 for a clear case, less for a weak one and more for what is none. */
const oddnessOf = (text: string) =>
  oddities.reduce((sum, { pattern, weight }) => sum + weight * (text.match(pattern)?.length ?? 0), 0)

const latin = String.raw`(?![a-zA-Z])\p{Script=Latin}`
/** Scripts that one word does not mix. Han, kana and Hangul stand together, also beside Latin letters. */
const alone = String.raw`[\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\u064b-\u0652\u200c-\u200f]`
const vowel = '[aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿăěőůűı]'
const consonant = '[b-df-hj-np-tv-xzçðñßþćčďđĺľłńňŕřśšťţźžğş]'

const oddities: readonly { pattern: RegExp; weight: number }[] = [
  // What is no character at all, or one that nobody types.
  { pattern: /(?![\n\r\t])[\ufffd\p{Cc}\p{Cn}\p{Co}]/gu, weight: 10 },
  // Signs within words, and signs that stand beside words nowhere.
  { pattern: /(?<=\p{L})(?![’'·\-\u2010-\u2015])[^\0-\x7f\p{L}\p{M}\p{Cf}](?=\p{L})/gu, weight: 1 },
  { pattern: /[ƒˆ˜‚„†‡‰¤¦¬¶±≠∞≤≥∂∑∏∫√≈∆◊ﬁﬂ¹²³¼½¾]/gu, weight: 0.7 },
  { pattern: /(?<=\p{L})[ªº](?=\p{Ll})/gu, weight: 1 },
  { pattern: /[£¥¢¯ª](?=\p{L})/gu, weight: 1 },
  // A capital after a small letter, or second in a word.
  { pattern: /(?<=[A-Z])(?![A-Z])\p{Lu}(?=\p{Ll})/gu, weight: 0.5 },
  { pattern: /(?<=\p{Ll})(?![A-Z])\p{Lu}/gu, weight: 1 },
  // Two scripts in one word.
  { pattern: new RegExp(`(?<=\\p{Script=Latin})${alone}|${alone}(?=\\p{Script=Latin})`, 'gu'), weight: 1 },
  {
    pattern: /(?<=[a-zA-Z])[\p{Script=Han}\uff61-\uff9f]|[\p{Script=Han}\uff61-\uff9f](?=[a-zA-Z])/gu,
    weight: 1,
  },
  { pattern: /[\uff61-\uff9f]/gu, weight: 0.3 },
  // Accents on four letters in a row, and sounds that no language puts together.
  { pattern: new RegExp(`(?:${latin}){4,}`, 'gu'), weight: 2 },
  { pattern: new RegExp(`(?<=${vowel})(?![a-z])${vowel}(?=${vowel})`, 'giu'), weight: 0.5 },
  { pattern: new RegExp(`(?<=${consonant})(?![a-z])${consonant}(?=${consonant})`, 'giu'), weight: 0.3 },
  // Where ì, ù and ò end words only, and ø stands beside few vowels, they are Czech letters misread.
  { pattern: /[ìù](?=\p{L})|(?<=[aeiou])ò|ø(?=[áéíóúýìù])|(?<=[oi])ø/giu, weight: 0.5 },
  // Polish ń stands before no vowel, ă and ő not before these, æ after none; þ only begins words.
  { pattern: new RegExp(`ń(?=${vowel})|[ăő](?=[oe])|(?<=${vowel})æ|(?<=\\p{L})þ`, 'giu'), weight: 1 },
]

/** In each encoding of two bytes a letter: first bytes of the characters in daily use, which are a part of all. */
const daily: Partial<Record<Encoding, readonly [from: number, to: number][]>> = {
  shift_jis: [
    [0x81, 0x84],
    [0x88, 0x97],
  ],
  'euc-jp': [
    [0xa1, 0xa8],
    [0xb0, 0xcf],
  ],
  gb18030: [
    [0xa1, 0xa3],
    [0xb0, 0xd7],
  ],
  big5: [[0xa1, 0xc6]],
  'euc-kr': [
    [0xa1, 0xa3],
    [0xb0, 0xc8],
  ],
}

/** How much looks wrong because nobody uses such characters of two bytes from day to day: half for each. */
function rarityOf(bytes: Uint8Array, encoding: Encoding): number {
  const ranges = daily[encoding]
  if (!ranges) return 0
  let rare = 0
  for (let at = 0; at < bytes.length; at++) {
    const first = bytes[at] ?? 0
    if (first < 0x80) continue
    if (!ranges.some(([from, to]) => first >= from && first <= to)) rare++
    at++
  }
  return rare / 2
}

/** Words that show what a reading makes of a text. */
export function glimpse(text: string): string {
  const words = text.match(/[\p{L}\p{M}\p{N}'’.-]*[^\0-\x7f][\p{L}\p{M}\p{N}'’.-]*/gu) ?? []
  return [...new Set(words)]
    .slice(0, 4)
    .join(', ')
    .replace(/\p{Cc}/gu, '\ufffd')
    .slice(0, 60)
}
