import type { Link } from './frame.ts'

/** The way back up, with the page itself as the last, unlinked step. Nothing without crumbs. */
export const Breadcrumbs = (props: { label: string; crumbs: Link[]; current: string }) =>
  props.crumbs.length === 0 ? null : (
    <nav class="crumbs" aria-label={props.label}>
      <ol>
        {props.crumbs.map((crumb) => (
          <li>
            <a href={crumb.href}>
              <bdi>{crumb.label}</bdi>
            </a>
          </li>
        ))}
        <li aria-current="page">
          <bdi>{props.current}</bdi>
        </li>
      </ol>
    </nav>
  )
