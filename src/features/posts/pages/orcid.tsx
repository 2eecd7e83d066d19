import { orcidUrl } from '../../../platform/identifiers.ts'

/** The iD of an author as ORCID asks that it is shown: as its whole address. */
export const OrcidLink = ({ orcid }: { orcid: string }) => (
  <a href={orcidUrl(orcid)} dir="ltr">
    {orcidUrl(orcid)}
  </a>
)
