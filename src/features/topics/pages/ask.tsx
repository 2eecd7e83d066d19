import type { Frame } from '../../../ui/index.ts'
import type { InCharge } from '../../people/index.ts'
import { words } from '../words.ts'

/** Who writes topics, or who gives the role while nobody has it. */
export type Asked = { role: 'editor' | 'director'; people: readonly InCharge[] }

/** For those who see topics and may not change them: whom to ask, with addresses. */
export const Ask = ({ frame, ask }: { frame: Frame; ask: Asked }) => {
  const t = words(frame.locale)
  return (
    <section>
      <h2>{t('ask.title')}</h2>
      <p>{t(`ask.${ask.role}`)}</p>
      <ul class="inline-list">
        {ask.people.map(({ name, email }) => (
          <li>
            <a href={`mailto:${email}`}>
              <bdi>{name}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
