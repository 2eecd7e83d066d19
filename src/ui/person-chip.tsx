export type PersonChipProps = {
  name: string
  /** Common name of the country. */
  country?: string
  sector?: string
  href?: string
  /** Short words on their standing, for instance "pinned". */
  note?: string
}

/** A person wherever one is named: name, country, sector. The name keeps its own direction. */
export const PersonChip = ({ name, country, sector, href, note }: PersonChipProps) => (
  <span class="person">
    <span>
      <bdi class="person-name">{href ? <a href={href}>{name}</a> : name}</bdi>{' '}
      {note ? <span class="tag">{note}</span> : null}
    </span>
    {country || sector ? (
      <span class="person-facts">
        {country ? <span>{country}</span> : null} {sector ? <span>{sector}</span> : null}
      </span>
    ) : null}
  </span>
)

/** A small word on a thing's standing. */
export const Tag = ({ tone, children }: { tone?: 'leaf' | 'brass' | 'thread'; children: string }) => (
  <span class={tone ? `tag ${tone}` : 'tag'}>{children}</span>
)
