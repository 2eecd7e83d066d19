import { Button, Field, PersonChip } from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { findPricePath, pricePath } from '../paths.ts'
import type { Found } from '../queries/find-people.ts'
import type { Named } from '../queries/people.ts'
import type { Voice } from '../telling.ts'
import { sectorName } from '../words.ts'
import { nameAndCountry } from './pricing.ts'

/** What was typed for each of the two, and what became of it. */
export type Asked = Record<'one' | 'other', { typed: string; found: Found }>

type FindProps = { round: Round; asked: Asked; voice: Voice }

/** Finds the two by a part of their names. Anyone who is found stays; either can be chosen anew. */
export const FindTwo = ({ round, asked, voice }: FindProps) => {
  const { t } = voice
  const areKnown = asked.one.found.kind === 'one' && asked.other.found.kind === 'one'
  const shown = areKnown ? nobodyYet : asked
  return (
    <section>
      <h2>{t(areKnown ? 'find.other-two' : 'find.title')}</h2>
      <search>
        <form class="form" method="get" action={findPricePath(round.code)} novalidate>
          <div class="find-two">
            <One name="one" round={round} asked={shown} voice={voice} />
            <One name="other" round={round} asked={shown} voice={voice} />
          </div>
          <div class="actions">
            <Button kind={areKnown ? 'quiet' : 'primary'}>{t('find.submit')}</Button>
          </div>
        </form>
      </search>
    </section>
  )
}

const nobodyYet: Asked = {
  one: { typed: '', found: { kind: 'nobody-asked' } },
  other: { typed: '', found: { kind: 'nobody-asked' } },
}

type OneProps = FindProps & { name: 'one' | 'other' }

const One = ({ name, round, asked, voice }: OneProps) => {
  const { typed, found } = asked[name]
  if (found.kind !== 'one') return <Search name={name} typed={typed} found={found} voice={voice} />
  const { person } = found
  const rest = name === 'one' ? (['', asked.other.typed] as const) : ([asked.one.typed, ''] as const)
  return (
    <div class="field">
      <p>
        <PersonChip
          name={person.name}
          country={voice.f.country(person.country)}
          sector={sectorName(voice.locale, person.sector)}
        />
      </p>
      <input type="hidden" name={name} value={person.applicationId} />
      <a href={pricePath(round.code, [encodeURIComponent(rest[0]), encodeURIComponent(rest[1])])}>
        {voice.t('find.again', { name: person.name })}
      </a>
    </div>
  )
}

type SearchProps = { name: 'one' | 'other'; typed: string; found: Found; voice: Voice }

const Search = ({ name, typed, found, voice }: SearchProps) => {
  const { t } = voice
  if (found.kind === 'several') {
    return (
      <Field
        type="radios"
        name={name}
        label={t(`find.${name}`)}
        hint={t('find.several', { typed })}
        options={found.people.map((one: Named) => ({
          value: one.applicationId,
          label: nameAndCountry(one, voice),
        }))}
      />
    )
  }
  return (
    <Field
      type="search"
      name={name}
      label={t(`find.${name}`)}
      hint={t('find.hint')}
      value={typed}
      error={
        found.kind === 'none' || found.kind === 'too-many' ? t(`find.${found.kind}`, { typed }) : undefined
      }
    />
  )
}
