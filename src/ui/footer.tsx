import type { Choice, Frame } from './frame.ts'
import { Sign } from './sign.tsx'

export const Footer = ({ frame }: { frame: Frame }) => {
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
        <input type="hidden" name="back" value={preferences.back} />
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
