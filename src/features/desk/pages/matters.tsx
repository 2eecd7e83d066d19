import { formats } from '../../../platform/formats.ts'
import { type Frame, Tag } from '../../../ui/index.ts'
import type { OpenMatter } from '../../people/index.ts'
import { urgencies } from '../matters.ts'
import { words } from '../words.ts'

type Props = {
  frame: Frame
  /** In the order in which they are taken up. */
  matters: readonly OpenMatter[]
  /** Each line names its round; on a round's own page it does not. */
  namesRound?: boolean
}

/** What is open, line by line, each with its next act: what cannot wait first. */
export const Matters = ({ frame, matters, namesRound = false }: Props) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  return (
    <>
      {urgencies.map((urgency) => {
        const lines = matters.filter((matter) => matter.urgency === urgency)
        if (lines.length === 0) return null
        return (
          <section class={`matters ${urgency}`}>
            <h2>
              {t(`matters.${urgency}`)} <span class="count">{say.number(lines.length)}</span>
            </h2>
            <ul>
              {lines.map(({ text, act, round }) => (
                <li>
                  <span>
                    {text}
                    {namesRound && round ? (
                      <>
                        {' '}
                        <Tag>{round.code}</Tag>
                      </>
                    ) : null}
                  </span>{' '}
                  <a href={act.href}>{act.label}</a>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}
