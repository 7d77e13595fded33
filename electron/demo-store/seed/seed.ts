import type { StoreContext } from '../context.ts'
import { composeOrder } from './compose-order.ts'
import { seededRandom } from './seeded-random.ts'

const demoSeed = 20_241_010

/** The demo shop's own orders, aged as the shop file says, counted from now; their codes are the same in every store. */
export const seedDemoOrders = (context: StoreContext): void => {
  const random = seededRandom(demoSeed)
  for (const plan of context.catalogue.orders) {
    context.orders.save(composeOrder(plan, context.catalogue, context.now(), random))
  }
}

/** The state of the site in a new store. */
export const seedSite = (context: StoreContext): void => {
  context.site.save({
    link: context.assumptions.firstLink,
    firstOrderTime: context.now() - 400 * 86_400_000,
  })
}
