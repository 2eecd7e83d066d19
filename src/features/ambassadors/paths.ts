export const countriesPath = '/office/countries'
export const countryPath = (country: string) => `${countriesPath}/${country}`
export const kitPath = (country: string) => `${countryPath(country)}/kit`
export const shortenPath = (country: string) => `${kitPath(country)}/shorten`
export const contactsPath = (country: string) => `${countryPath(country)}/contacts`
export const newContactPath = (country: string) => `${contactsPath(country)}/new`
export const contactPath = (country: string, id: string) => `${contactsPath(country)}/${id}`
export const removeContactPath = (country: string, id: string) => `${contactPath(country, id)}/remove`
export const notesPath = (country: string) => `${countryPath(country)}/notes`
export const reportPath = (country: string) => `${countryPath(country)}/report`
export const reportFilePath = (country: string) => `${reportPath(country)}.pdf`
export const invitePath = (country: string) => `${countryPath(country)}/invite`
export const uninvitePath = (country: string, id: string) =>
  `${countryPath(country)}/invitations/${id}/withdraw`
export const endTermPath = (country: string, grantId: string) =>
  `${countryPath(country)}/ambassadors/${grantId}/end`

/** The link that was emailed. */
export const acceptPath = (secret: string) => `/ambassadors/accept/${secret}`

/** The same page of another call than the one that is followed now. */
export const ofCall = (path: string, { code }: { code: string }) => `${path}?round=${code}`
