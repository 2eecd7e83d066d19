export const backupsPath = '/office/backups'
