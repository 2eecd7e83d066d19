import { ownTables } from '../../platform/own-tables.ts'

export const ownData = ownTables({
  networkPicture: { columns: { public: ['bytes', 'height', 'width'], internal: ['id', 'addedAt'] } },
  network: {
    stays: 'what the network itself says under its emails',
    columns: {
      public: ['accent', 'crawlers', 'hub', 'indexNowKey', 'issn', 'licence', 'locales', 'sign', 'zone'],
      internal: ['onlyOne', 'pictureId', 'begunAt'],
      sensitive: ['postal', 'replyTo', 'senderName'],
      actor: ['begunBy'],
    },
  },
  networkText: {
    stays: 'what the network itself says under its emails',
    columns: { public: ['locale', 'name', 'shortName', 'tagline'], sensitive: ['signature'] },
  },
  networkLink: { columns: { public: ['href', 'label', 'position'] } },
})
