import { expect, test } from 'vitest'
import { anApplicant } from '../score/applicant.builder.ts'
import { manyApplicants } from '../score/many-applicants.builder.ts'
import { propose } from './propose.ts'
import { inputsWith } from './scenario.builder.ts'
import { defaultSettings } from './settings.ts'

/** Ada and Bo were partners; each would be served better by the other two. */
const like = { sector: 'like', stage: 'like', interests: 'like' } as const
const four = [
  anApplicant('ada', { country: 'AU', sector: 'school', wishes: like }),
  anApplicant('bo', { country: 'BR', sector: 'academic', wishes: like }),
  anApplicant('cy', { country: 'CA', sector: 'school', wishes: like }),
  anApplicant('di', { country: 'DE', sector: 'academic', wishes: like }),
]
const former = [['person-ada', 'person-bo']] as const
const pairsOf = (inputs: Parameters<typeof propose>[0], most?: number) => {
  const outcome = propose(inputs, undefined, most)
  if ('problem' in outcome) throw new Error(outcome.problem)
  return outcome
}
const membersOf = ({ groups }: ReturnType<typeof pairsOf>) =>
  groups.map(({ members }) => [...members].sort().join(' ')).sort()

test('former partners never meet again, unless both asked: then they do, whoever would suit them better', () => {
  const settings = { ...defaultSettings, worstFirst: false }
  const usually = pairsOf(inputsWith(four, { former, settings }))
  const again = pairsOf(inputsWith(four, { former, settings, again: former }))

  expect(membersOf(usually)).toEqual(['ada cy', 'bo di'])
  expect(membersOf(again)).toEqual(['ada bo', 'cy di'])
  const [reasons] = again.groups.find(({ members }) => members.includes('ada'))?.reasons ?? []
  expect(reasons?.reasons).toMatchObject({ again: true, points: { own: 10_000, partner: 10_000 } })
})

test('nobody is left alone for it, and no other rule gives way', () => {
  const three = [four[0], four[1], { ...four[2], country: 'BR' }] as typeof four
  const sameCountry = four.map((one) => (one.id === 'bo' ? { ...one, country: 'AU' } : one))

  const lonely = pairsOf(
    inputsWith([...three, { ...four[3], country: 'BR' }] as typeof four, { former, again: former }),
  )

  expect(membersOf(pairsOf(inputsWith(sameCountry, { former, again: former })))).not.toContain('ada bo')
  expect(lonely.groups).toHaveLength(1)
})

test('so it is where there are too many people to list their pairs', () => {
  const many = manyApplicants(60)
  const [one, other] = [many[0], many.find(({ country }) => country !== many[0]?.country)]
  const again = [[one?.personId ?? '', other?.personId ?? '']] as const
  const inputs = inputsWith(many, { former: again, again })

  const [listed, unlisted] = [pairsOf(inputs), pairsOf(inputs, 0)]

  expect(unlisted.total).toBe(listed.total)
  for (const found of [listed, unlisted])
    expect(membersOf(found)).toContain([one?.id, other?.id].sort().join(' '))
})
