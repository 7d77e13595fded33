import { describe, expect, it } from 'vitest'
import { splitAnswer } from '../../../shared/domain/intents/writes/split.ts'

const newSectionData = {
  orderSectionCode: 'os2',
  orderSectionItemDataList: [{ orderSectionItemNo: '1-001', qty: 2 }],
}

describe('the answer to a write', () => {
  it.each([
    [{ isNewSection: 'N' }, null],
    [{ isNewSection: 'N', newSectionData: null }, null],
    [{ isNewSection: 'N', newSectionData }, null],
    [
      { isNewSection: 'Y', newSectionData },
      { code: 'os2', items: [{ itemNo: '1-001', qty: 2 }] },
    ],
  ])('%j is understood', (answer, newSection) => {
    expect(splitAnswer.parse(answer)).toEqual({ newSection })
  })

  it.each([
    {},
    { isNewSection: 'yes', newSectionData },
    { isNewSection: 'Y' },
    { isNewSection: 'Y', newSectionData: null },
    { isNewSection: 'Y', newSectionData: {} },
    { isNewSection: 'Y', newSectionData: { ...newSectionData, orderSectionCode: 2 } },
    { isNewSection: 'Y', newSectionData: { ...newSectionData, orderSectionItemDataList: [{ qty: 2 }] } },
    {
      isNewSection: 'Y',
      newSectionData: {
        ...newSectionData,
        orderSectionItemDataList: [{ orderSectionItemNo: '1', qty: 1.5 }],
      },
    },
  ])('%j is not', (answer) => {
    expect(splitAnswer.safeParse(answer).success).toBe(false)
  })
})
