import type { CallHandler } from '../context.ts'
import type { OperationId } from '../operations/index.ts'
import {
  approveItemCancel,
  approveItemReturn,
  approveSectionCancel,
  approveSectionReturn,
} from './claims/approve.ts'
import { approveItemExchange, approveSectionExchange } from './claims/approve-exchange.ts'
import * as cancel from './claims/cancel.ts'
import * as exchange from './claims/exchange.ts'
import { completeRetrieval } from './claims/retrieve.ts'
import * as returns from './claims/return.ts'
import { authorize, issueToken } from './oauth.ts'
import { changeOrderInvoice, registerOrderInvoice, removeOrderInvoice } from './order-invoices.ts'
import { confirmBankTransfer } from './payments.ts'
import {
  listOrderCoupons,
  listOrders,
  listParcelCompanies,
  listSectionItems,
  listSections,
  listShippingPlaces,
  readOrder,
  readSection,
  readSectionItem,
} from './reads.ts'
import {
  changeSectionInvoice,
  registerItemInvoice,
  registerSectionInvoice,
  removeSectionInvoice,
} from './section-invoices.ts'
import { shipItem, shipOrder, shipSection } from './shipping.ts'
import {
  cancelIntegration,
  completeIntegration,
  listSiteMenus,
  readSiteInfo,
  readUnit,
  updateIntegrationInfo,
} from './site-info.ts'

/** What answers each operation. */
export const handlers: Record<OperationId, CallHandler> = {
  authorize,
  issueToken,
  listParcelCompanies,
  listShippingPlaces,
  listOrders,
  readOrder,
  listSections,
  readSection,
  listSectionItems,
  readSectionItem,
  listOrderCoupons,
  shipOrder,
  shipSection,
  shipItem,
  registerOrderInvoice,
  changeOrderInvoice,
  removeOrderInvoice,
  registerSectionInvoice,
  changeSectionInvoice,
  removeSectionInvoice,
  registerItemInvoice,
  ...cancel,
  ...returns,
  ...exchange,
  completeRetrieval,
  approveSectionCancel,
  approveItemCancel,
  approveSectionReturn,
  approveItemReturn,
  approveSectionExchange,
  approveItemExchange,
  confirmBankTransfer,
  readSiteInfo,
  listSiteMenus,
  readUnit,
  completeIntegration,
  cancelIntegration,
  updateIntegrationInfo,
}
