import { dayIn } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import type { Frame } from '../../../ui/index.ts'
import type { Word } from '../queries/contributions.ts'
import { words } from '../words.ts'

type Props = { frame: Frame; words: readonly Word[]; zone?: string; isOffice?: boolean }

/** What its author and the editors told each other. To its author, the editors are one team without names. */
export const Said = ({ frame, words: said, zone = 'UTC', isOffice = false }: Props) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, zone)
  if (said.length === 0) return null
  return (
    <section>
      <h2>{t('said.title')}</h2>
      <ul class="said-list">
        {said.map(({ kind, at, by, text }) => (
          <li>
            <p class="hint">
              {isOffice && by !== null
                ? t(`said.${kind}.by`, { by, day: say.shortDay(dayIn(at, zone)) })
                : t(`said.${kind}`, { day: say.shortDay(dayIn(at, zone)) })}
            </p>
            {text === '' ? null : (
              <p dir="auto" lang="">
                {text}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
