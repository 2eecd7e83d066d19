import { randomUUID } from 'node:crypto'
import { raw } from 'hono/html'
import { drawnOnce } from './drawn.ts'
import type { Choice, Frame } from './frame.ts'
import { Sign } from './sign.tsx'

/** In each language and choice of colours, and that for a few networks in a test. */
const kept = drawnOnce(400_000)

/** Its only part that is another one on each page. */
const place = randomUUID()

export const Footer = ({ frame }: { frame: Frame }) => {
  const { site, footer, preferences, words } = frame
  const { back, ...choices } = preferences
  const of = [site, footer, choices, words.language, words.theme]
  const [before = '', after = ''] = String(kept(of, () => <Drawn frame={frame} />)).split(place)
  return (
    <>
      {raw(before)}
      {back}
      {raw(after)}
    </>
  )
}

const Drawn = ({ frame }: { frame: Frame }) => {
  const { site, footer, preferences, words } = frame
  return (
    <footer class="footer">
      <div class="footer-about">
        <Sign sign={site.sign} size={20} />
        <p>{site.tagline}</p>
      </div>
      {footer.links.length + site.links.length > 0 ? (
        <ul class="inline-list">
          {footer.links.map((link) => (
            <li>
              <a href={link.href}>{link.label}</a>
            </li>
          ))}
          {site.links.map((link) => (
            <li>
              <a href={link.href} rel="me external noopener">
                <bdi>{link.label}</bdi>
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      <form class="preferences" method="post" action={preferences.action}>
        <input type="hidden" name="back" value={place} />
        <Choices name="locale" label={words.language} choices={preferences.languages} />
        <Choices name="theme" label={words.theme} choices={preferences.themes} />
      </form>
    </footer>
  )
}

const Choices = ({ name, label, choices }: { name: string; label: string; choices: Choice[] }) =>
  choices.length === 0 ? null : (
    <fieldset class="choices">
      <legend>{label}</legend>
      {choices.map((choice) => (
        <OneChoice name={name} choice={choice} />
      ))}
    </fieldset>
  )

const OneChoice = ({ name, choice }: { name: string; choice: Choice }) => {
  const current = choice.current ? 'true' : undefined
  if (choice.href) {
    return (
      <a href={choice.href} lang={choice.lang} hreflang={choice.lang} aria-current={current}>
        {choice.label}
      </a>
    )
  }
  return (
    <button
      class="link"
      type="submit"
      name={name}
      value={choice.value}
      lang={choice.lang}
      aria-current={current}
    >
      {choice.label}
    </button>
  )
}
