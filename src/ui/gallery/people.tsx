import { ButtonLink } from '../button.tsx'
import { PersonChip } from '../person-chip.tsx'
import { Spread, type SpreadPage } from '../spread.tsx'
import type { GalleryWords } from './english.ts'

export const People = ({ words }: { words: GalleryWords }) => {
  const [first, second, third, fourth] = words.people.map((person): SpreadPage => person)
  if (!first || !second || !third || !fourth) return null
  const facts = (index: 0 | 1) => [
    { term: words.workplace, detail: words.workplaces[index] ?? '' },
    { term: words.stage, detail: words.stages[index] ?? '' },
  ]
  return (
    <>
      <h2>{words.parts.people}</h2>
      <p>
        <PersonChip {...first} href="#person" note={words.pinned} />
      </p>
      <Spread
        label={`${first.name}, ${second.name}`}
        level={3}
        pages={[
          { ...first, kicker: words.you, facts: facts(0) },
          {
            ...second,
            kicker: words.partner,
            words: words.quote,
            facts: facts(1),
            foot: <ButtonLink href="mailto:li@library.example">{words.write}</ButtonLink>,
          },
        ]}
        shared={{ title: words.shared, items: words.sharedItems }}
        reason={words.reason}
      />
      <Spread
        label={`${third.name}, ${fourth.name}`}
        level={3}
        pages={[third, fourth]}
        shared={{ title: words.shared, items: [] }}
      />
      <Spread
        label={`${first.name}, ${third.name}, ${second.name}`}
        level={3}
        pages={[
          { ...first, facts: facts(0) },
          { ...third, facts: facts(1) },
          { ...second, facts: facts(1) },
        ]}
        shared={{ title: words.shared, items: words.sharedItems.slice(0, 2) }}
      />
    </>
  )
}
