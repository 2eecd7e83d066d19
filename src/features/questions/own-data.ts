import { ownTables } from '../../platform/own-tables.ts'

export const ownData = ownTables({
  ownQuestion: {
    columns: {
      public: ['kind', 'isRequired', 'isShown', 'words'],
      internal: ['id', 'roundId', 'lineageId', 'position', 'prefers', 'sheet', 'weight'],
    },
  },
  ownOption: { columns: { public: ['words'], internal: ['id', 'questionId', 'lineageId', 'position'] } },
  ownCondition: { columns: { internal: ['questionId', 'optionId'] } },
})
