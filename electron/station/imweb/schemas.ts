import { z } from 'zod'
import { deliveryTypes, saleChannels } from '../../../shared/domain/orders/order.ts'
import { sectionStatuses } from '../../../shared/domain/sections/status.ts'

/**
 * imweb's answers, as far as the station uses them: strict about what is used, blind to the rest, and at ease with
 * null where a field may be missing.
 */
const optionalText = z.string().nullish()
const yesNo = z.enum(['Y', 'N'])

export const tokensSchema = z.object({ accessToken: z.string().min(1), refreshToken: z.string().min(1) })

export const siteInfoSchema = z.object({
  siteCode: z.string(),
  unitList: z.array(z.object({ unitCode: z.string(), name: optionalText })).min(1),
})

export const couriersSchema = z.array(z.object({ idx: z.number().int(), name: z.string() }))

const productInfoSchema = z.object({
  prodNo: z.number(),
  prodName: z.string(),
  optionDetailCode: optionalText,
  optionInfo: z.record(z.string(), z.unknown()).nullish(),
  prodSkuNo: optionalText,
  optionSkuNo: optionalText,
  customProdCode: optionalText,
})

const sectionItemSchema = z.object({
  orderSectionItemNo: z.string(),
  orderItemCode: z.string(),
  qty: z.number().int().positive(),
  isPromotion: yesNo,
  productInfo: productInfoSchema.nullish(),
})

const deliverySchema = z.object({
  receiverName: z.string(),
  receiverCall: z.string(),
  zipcode: z.string(),
  addr1: optionalText,
  addr2: optionalText,
  building: optionalText,
  street: optionalText,
  city: optionalText,
  state: optionalText,
  memo: optionalText,
  commonEntrancePassword: optionalText,
})

const sectionSchema = z.object({
  orderSectionNo: z.string(),
  orderSectionCode: z.string(),
  orderSectionStatus: z.enum(sectionStatuses),
  isDeliveryHold: yesNo,
  deliveryType: z.enum(deliveryTypes),
  sectionItems: z.array(sectionItemSchema),
  delivery: deliverySchema.nullish(),
  invoice: z.object({ invoiceNo: optionalText, parcelCompanyIdx: z.number().int() }).nullish(),
})

export const orderAnswerSchema = z.object({
  orderNo: z.number().int().positive(),
  saleChannel: z.enum(saleChannels).nullish(),
  orderStatus: z.enum(['OPEN', 'CLOSED']).nullish(),
  ordererName: optionalText,
  wtime: z.string(),
  sections: z.array(sectionSchema),
  payments: z.array(z.object({ paymentStatus: optionalText, isCancel: yesNo.nullish() })),
})

export type OrderAnswer = z.infer<typeof orderAnswerSchema>

/** A page of orders; each is parsed on its own, so that one unreadable order does not hide the others. */
export const orderPageSchema = z.object({
  totalCount: z.number().int(),
  totalPage: z.number().int(),
  currentPage: z.number().int(),
  list: z.array(z.unknown()),
})

export const splitAnswerSchema = z
  .object({
    isNewSection: yesNo,
    newSectionData: z
      .object({
        orderSectionCode: z.string(),
        orderSectionItemDataList: z.array(
          z.object({ orderSectionItemNo: z.string(), qty: z.number().int() }),
        ),
      })
      .nullish(),
  })
  .refine(
    (answer) => answer.isNewSection === 'N' || answer.newSectionData != null,
    'a new section without its data',
  )

export type SplitAnswer = z.infer<typeof splitAnswerSchema>

/**
 * A product, as far as a desk needs it. Products are no part of the orders document: that there is `productImages` is
 * known from other programs only, which have met addresses as well as objects with one in them.
 */
export const productAnswerSchema = z.object({
  productImages: z
    .array(
      z.union([
        z.string(),
        z.object({ url: z.string() }).transform(({ url }) => url),
        z.unknown().transform(() => null),
      ]),
    )
    .nullish(),
})

export const errorEnvelopeSchema = z.object({
  error: z.object({
    errorCode: z.union([z.number(), z.string()]).transform(String),
    message: z.string().catch(''),
  }),
})

export const dataEnvelopeSchema = z.object({ data: z.unknown() })
