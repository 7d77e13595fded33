import { z } from 'zod'

/**
 * imweb's answers to calls that change something, and its envelopes: strict, because what is not understood here counts
 * as no answer and is found out. What it tells of orders, couriers and itself is read leniently, in `read-answers.ts`.
 */

export const tokensSchema = z.object({ accessToken: z.string().min(1), refreshToken: z.string().min(1) })

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

/** Only the store's own word is wrapped like this: a page that a network puts in its place is not. */
export const dataEnvelopeSchema = z
  .looseObject({ statusCode: z.union([z.number(), z.string()]) })
  .refine((envelope) => 'data' in envelope)
  .transform((envelope) => ({ data: envelope['data'] }))
