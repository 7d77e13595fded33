import type { Operation } from './operation.ts'
import { readSite, writeSite } from './operation.ts'

/** The site, its units and the link between site and app. */
export const siteOperations = [
  { id: 'readSiteInfo', method: 'GET', path: '/site-info', scopes: readSite, errors: [30006] },
  { id: 'listSiteMenus', method: 'GET', path: '/site-info/menu', scopes: readSite, errors: [30006] },
  {
    id: 'readUnit',
    method: 'GET',
    path: '/site-info/unit/:unitCode',
    scopes: readSite,
    errors: [30006, 30116],
  },
  {
    id: 'completeIntegration',
    method: 'PATCH',
    path: '/site-info/integration-complete',
    scopes: writeSite,
    errors: [30128, 30195, 30196, 40001],
  },
  {
    id: 'cancelIntegration',
    method: 'PATCH',
    path: '/site-info/integration-cancellation',
    scopes: writeSite,
    errors: [30130, 40001],
  },
  {
    id: 'updateIntegrationInfo',
    method: 'PATCH',
    path: '/site-info/integration-info',
    scopes: writeSite,
    errors: [30117, 30130, 30192, 30195, 30196],
  },
] as const satisfies readonly Operation[]
