import { type Interest, interests, type Stage, type Wish } from './application.ts'
import { fold } from './fold.ts'

/** The stage of a career as the form words it, or by its bare name. */
export function stageOf(written: string): Stage | null {
  const key = fold(written)
  return stageStarts.find(([pattern]) => pattern.test(key))?.[1] ?? null
}

const stageStarts: readonly (readonly [RegExp, Stage])[] = [
  [/^(student|estudiante)/, 'student'],
  [/^(early|starting|new professional)/, 'early'],
  [/^(mid|middle)/, 'mid'],
  [/^(late|senior|experienced)/, 'late'],
  [/^(retired|jubilad)/, 'retired'],
]

/** @returns null when something was written that is no wish; an empty answer is no preference */
export function wishOf(written: string): Wish | null {
  const key = fold(written)
  if (key === '' || /^(no preference|no matter|any|either|open|doesnt matter|i dont mind)/.test(key))
    return 'any'
  if (/^(like|same|similar)/.test(key)) return 'like'
  if (/^(different|other than|unlike)/.test(key)) return 'different'
  if (/^(earlier|less experienced|junior)/.test(key)) return 'earlier'
  if (/^(later|more experienced|senior)/.test(key)) return 'later'
  return null
}

const labels: Record<Interest, string> = {
  'cataloguing-metadata': 'Cataloguing and metadata',
  'children-young-people': 'Children and young people',
  'collection-development': 'Collection development',
  'community-engagement': 'Community engagement and outreach',
  'copyright-licensing': 'Copyright, licensing and policy',
  'digital-libraries': 'Digital libraries and repositories',
  'diverse-communities': 'Services for diverse communities',
  'health-information': 'Health and medical information',
  'information-literacy': 'Teaching, training and information literacy',
  'law-government': 'Law and government information',
  'management-leadership': 'Management and leadership',
  marketing: 'Marketing and social media',
  'preservation-heritage': 'Preservation, archives and heritage',
  'professional-development': 'Professional development and careers',
  'reading-literature': 'Reading and literature',
  'research-support': 'Research support and data',
  'scholarly-communication': 'Scholarly communication and open access',
  'spaces-buildings': 'Library spaces and buildings',
  'technology-makerspaces': 'Technology, systems and makerspaces',
  'user-experience': 'User experience and assessment',
}

const interestByLabel = new Map(
  interests.flatMap(
    (code) =>
      [
        [fold(labels[code]), code],
        [fold(code), code],
      ] as const,
  ),
)

/** Most commas inside one label of the form. */
const partsOfOneLabel = 2

/**
 * The areas of a list whose items are joined by commas, and may hold commas.
 *
 * @returns codes, each once; what was not understood stays as it was written
 */
export function interestsOf(written: string): string[] {
  const parts = written
    .split(/[,،，、;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const found: string[] = []
  for (let at = 0; at < parts.length; ) {
    const taken = longestLabel(parts, at)
    found.push(taken?.code ?? parts[at] ?? '')
    at += taken?.length ?? 1
  }
  return [...new Set(found)]
}

function longestLabel(parts: readonly string[], at: number): { code: Interest; length: number } | null {
  for (let length = partsOfOneLabel; length >= 1; length--) {
    const code = interestByLabel.get(fold(parts.slice(at, at + length).join(' ')))
    if (code && at + length <= parts.length) return { code, length }
  }
  return null
}
