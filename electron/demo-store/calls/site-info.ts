import { z } from 'zod'
import type { Call, CallAnswer } from '../context.ts'
import { StoreError } from '../errors.ts'
import { bodyOf, pathText, queryOf, text } from '../http/input.ts'

export const readSiteInfo = (call: Call): CallAnswer => {
  const { site } = call.context.catalogue
  const state = call.context.site.read()
  return {
    data: {
      siteCode: site.siteCode,
      firstOrderTime: new Date(state.firstOrderTime).toISOString(),
      ownerUid: site.ownerUid,
      unitList: site.units.map(({ unitCode, name, currency }) => ({ unitCode, name, currency })),
      ...(state.linkData === undefined ? {} : { configData: state.linkData }),
    },
  }
}

export const listSiteMenus = (call: Call): CallAnswer => {
  const { unitCode } = queryOf(call, z.object({ unitCode: text }))
  const { site, menus } = call.context.catalogue
  if (!site.units.some((u) => u.unitCode === unitCode)) throw new StoreError(30006)
  return {
    data: menus.map((menu) => ({
      ...menu,
      pageTitle: null,
      pageDescription: null,
      accessPermission: { type: 'all', groupCodes: null },
      parentMenuCode: null,
    })),
  }
}

/** 30006 for an unknown unit, 30116 for one without a main domain. */
export const readUnit = (call: Call): CallAnswer => {
  const { site } = call.context.catalogue
  const unit = site.units.find((u) => u.unitCode === pathText(call, 'unitCode'))
  if (unit === undefined) throw new StoreError(30006)
  if (unit.primaryDomain === undefined) throw new StoreError(30116)
  return { data: { siteCode: site.siteCode, ...unit } }
}

const linkData = z.record(z.string(), z.unknown())

/** Link data larger than this many characters of JSON is refused (30196). */
const linkDataLimit = 10_000

const checkLinkData = (call: Call, data: Record<string, unknown>): void => {
  if (call.context.assumptions.linkData === 'unsupported') throw new StoreError(30195)
  let size: number
  try {
    size = JSON.stringify(data).length
  } catch {
    throw new StoreError(30196)
  }
  if (size > linkDataLimit) throw new StoreError(30196)
}

export const completeIntegration = (call: Call): CallAnswer => {
  const body = call.body === undefined ? {} : bodyOf(call, z.object({ configData: linkData.optional() }))
  const state = call.context.site.read()
  if (state.link !== 'linking') throw new StoreError(30128)
  if (body.configData !== undefined) checkLinkData(call, body.configData)
  const kept = body.configData ?? state.linkData
  call.context.site.save({ ...state, link: 'linked', ...(kept === undefined ? {} : { linkData: kept }) })
  return { data: true }
}

export const cancelIntegration = (call: Call): CallAnswer => {
  const state = call.context.site.read()
  if (state.link !== 'linked') throw new StoreError(30130)
  call.context.site.save({ link: 'unlinked', firstOrderTime: state.firstOrderTime })
  return { data: true }
}

/** 30117 while nothing is linked, 30130 while the link is not complete. */
export const updateIntegrationInfo = (call: Call): CallAnswer => {
  const { configData } = bodyOf(call, z.object({ configData: linkData }))
  const state = call.context.site.read()
  if (state.link === 'unlinked') throw new StoreError(30117)
  if (state.link === 'linking') throw new StoreError(30130)
  checkLinkData(call, configData)
  call.context.site.save({ ...state, linkData: configData })
  return { data: true }
}
