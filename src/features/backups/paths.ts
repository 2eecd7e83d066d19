export const backupsPath = '/office/backups'
export const thinBackupsPath = `${backupsPath}/thin`
