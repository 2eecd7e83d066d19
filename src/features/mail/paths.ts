export const mailboxPath = '/dev/mail'
export const mailboxMailPath = (id: string) => `${mailboxPath}/${id}`
export const mailboxHtmlPath = (id: string) => `${mailboxPath}/${id}/html`
export const mailboxSourcePath = (id: string) => `${mailboxPath}/${id}/source`

export const unsubscribePath = (token: string) => `/unsubscribe/${token}`
export const rejoinPath = (token: string) => `/unsubscribe/${token}/rejoin`

export const officeMailPath = '/office/mail'
export const officeMailFor = (id: string) => `${officeMailPath}/${id}`
export const officeProgressPath = `${officeMailPath}/progress`
export const stopPath = (campaignId: string) => `${officeMailPath}/campaigns/${campaignId}/stop`
export const resumePath = (campaignId: string) => `${officeMailPath}/campaigns/${campaignId}/resume`

export const inboundPath = `${officeMailPath}/inbound`
export const settleLetterPath = (id: string) => `${inboundPath}/${id}/settle`
/** Sends emails to an address again from which they came back. */
export const tryAddressPath = `${officeMailPath}/addresses/try`

/** The list of mails, narrowed down; without anything chosen, all of them. */
export function officeMailsOf(chosen: { campaign?: string; state?: string }): string {
  const search = new URLSearchParams(chosen)
  return `${officeMailPath}${search.size > 0 ? `?${search}` : ''}#mails`
}
