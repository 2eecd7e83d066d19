import type { Child } from 'hono/jsx'
import { drawnOnce } from './drawn.ts'
import { type Frame, type NavEntry, nearest, type SearchBox, type Site } from './frame.ts'
import { Sign } from './sign.tsx'

const kept = drawnOnce(400_000)

/** Whoever is not signed in is shown the same on most pages. */
export const Masthead = ({ frame }: { frame: Frame }) => {
  if (frame.person) return <DrawnMasthead frame={frame} />
  const { banner, halt, paused, site, nav, signIn, path, words } = frame
  const here = nearest(nav, path)?.href
  const at = [path === site.home, here, here === path]
  const of = [banner, halt, paused, site, nav, signIn, words.mainNav, at]
  return (
    <>
      {kept(of, () => (
        <DrawnMasthead frame={frame} />
      ))}
    </>
  )
}

const DrawnMasthead = ({ frame }: { frame: Frame }) => (
  <Top frame={frame}>
    <a
      class="brand"
      href={frame.site.home}
      aria-current={frame.path === frame.site.home ? 'page' : undefined}
    >
      <Sign sign={frame.site.sign} size={28} />
      <Name site={frame.site} />
    </a>
    {frame.nav.length > 0 ? (
      <nav class="nav" aria-label={frame.words.mainNav}>
        <Entries entries={frame.nav} path={frame.path} />
      </nav>
    ) : null}
    <Account frame={frame} />
  </Top>
)

export const OfficeMasthead = ({ frame }: { frame: Frame }) => (
  <Top frame={frame}>
    <div class="brand-row">
      <a class="brand" href={frame.site.home}>
        <Sign sign={frame.site.sign} size={24} />
        <Name site={frame.site} />
      </a>
      <a class="place" href={frame.office.home}>
        {frame.office.name}
      </a>
    </div>
    {frame.office.search ? <Search {...frame.office.search} /> : null}
    <Account frame={frame} />
  </Top>
)

/** The short name on a narrow screen, the whole one elsewhere; screen readers hear the whole one. */
const Name = ({ site }: { site: Site }) =>
  site.shortName === site.name ? (
    <span>
      <bdi>{site.name}</bdi>
    </span>
  ) : (
    <>
      <span class="long-name">
        <bdi>{site.name}</bdi>
      </span>
      <span class="short-name" aria-hidden="true">
        <bdi>{site.shortName}</bdi>
      </span>
    </>
  )

/** The key / leads to it: see `search-key.ts`. */
const Search = ({ action, name, value, label, example, button }: SearchBox) => (
  <search>
    <form class="office-search" method="get" action={action}>
      <input
        type="search"
        name={name}
        value={value}
        aria-label={label}
        placeholder={example}
        aria-keyshortcuts="/"
      />
      <button class="button quiet" type="submit">
        {button}
      </button>
    </form>
  </search>
)

const Top = ({ frame, children }: { frame: Frame; children: Child }) => (
  <header>
    {frame.banner ? <p class="banner">{frame.banner}</p> : null}
    {frame.halt ? <p class="banner halt">{frame.halt}</p> : null}
    {frame.paused ? <p class="banner paused">{frame.paused}</p> : null}
    <div class="masthead">{children}</div>
  </header>
)

export const OfficeNav = ({ frame }: { frame: Frame }) => (
  <nav class="office-nav" aria-label={frame.words.officeNav}>
    {frame.office.nav.length > 0 ? (
      <button type="button" class="office-menu" popovertarget="office-menu">
        {nearest(frame.office.nav, frame.path)?.label ?? frame.office.name}
      </button>
    ) : null}
    <Entries entries={frame.office.nav} path={frame.path} opens="office-menu" />
  </nav>
)

/** @param opens where there is little room, the list is one that a button of this id opens, without a script */
const Entries = ({ entries, path, opens }: { entries: NavEntry[]; path: string; opens?: string }) => {
  const here = nearest(entries, path)
  return (
    <ul {...(opens ? { id: opens, popover: 'auto' as const } : {})}>
      {entries.map((entry) => (
        <li>
          <a
            href={entry.href}
            aria-current={entry === here ? (entry.href === path ? 'page' : 'true') : undefined}
          >
            {entry.label} {entry.count ? <span class="count">{entry.count}</span> : null}
          </a>
        </li>
      ))}
    </ul>
  )
}

const Account = ({ frame }: { frame: Frame }) => {
  if (!frame.person) {
    return frame.signIn ? (
      <a class="account" href={frame.signIn.href}>
        {frame.signIn.label}
      </a>
    ) : null
  }
  const { name, links, signOut } = frame.person
  return (
    <details class="account">
      <summary aria-label={frame.words.labelled(frame.words.account, name)}>
        <bdi>{name}</bdi>
      </summary>
      <div class="menu">
        {links.length > 0 ? (
          <ul>
            {links.map((link) => (
              <li>
                <a href={link.href}>{link.label}</a>
              </li>
            ))}
          </ul>
        ) : null}
        {signOut ? (
          <form method="post" action={signOut.action}>
            <button class="link" type="submit">
              {signOut.label}
            </button>
          </form>
        ) : null}
      </div>
    </details>
  )
}
