import type { HttpRequest } from '../../electron/station/imweb/transport.ts'
import { orderNoIn } from './at-store.ts'
import type { Strike } from './road.ts'
import {
  clockSet,
  longOutage,
  networkCut,
  olderDatabase,
  parcelChanges,
  processDies,
  shopChanges,
  tokensEnd,
  type Happening,
} from './troubles/happenings.ts'
import * as onTheWay from './troubles/on-the-way.ts'
import * as wrong from './troubles/wrong-answers.ts'

/** One kind of trouble: what it does to calls, what happens by itself meanwhile, and what the day is like for it. */
export type Kind = {
  /** What such trouble is, in a few words. */
  about: string
  calls?: { meets: (request: HttpRequest) => boolean; odds: number; strike: Strike }
  /** Every so often while it is on, in milliseconds: from, to. */
  happens?: { every: readonly [number, number]; happening: Happening }
  /** A second desk on the same orders. */
  desks?: number
  /** Orders that are there from the beginning, instead of a handful that come in by and by. */
  orders?: number
  /** How likely the shop does something within seconds of a seal. */
  shopAtSeal?: number
}

const isOrderWrite = ({ method, url }: HttpRequest) => method !== 'GET' && orderNoIn(url) !== null
const isList = ({ method, url }: HttpRequest) => method === 'GET' && new URL(url).pathname === '/orders'
const isSingle = ({ method, url }: HttpRequest) =>
  method === 'GET' && /^\/orders\/\d+$/.test(new URL(url).pathname)
const isRead = (request: HttpRequest) => isList(request) || isSingle(request)
const isOfOrders = (request: HttpRequest) => isRead(request) || isOrderWrite(request)
const isRefresh = ({ url, body }: HttpRequest) =>
  url.endsWith('/oauth2/token') && body !== null && body.includes('refresh_token')
const anyCall = () => true

const seconds = (from: number, to: number): readonly [number, number] => [from * 1_000, to * 1_000]

const kinds = {
  calm: { about: 'nothing at all' },
  lateWrites: {
    about: 'a write that nobody answered lands seconds to four minutes later',
    calls: { meets: isOrderWrite, odds: 0.35, strike: onTheWay.arrivesLate },
  },
  backendFinishes: {
    about: '502, and yet it is done, by then or within a minute',
    calls: { meets: isOrderWrite, odds: 0.35, strike: onTheWay.finishesBehindGateway },
  },
  laggingReads: {
    about: 'lists and single orders are answered as they were up to a minute ago',
    calls: { meets: isRead, odds: 0.6, strike: wrong.lags },
  },
  laggingLists: {
    about: 'lists are answered as they were ten seconds to two minutes ago',
    calls: { meets: isList, odds: 0.8, strike: wrong.listLags },
  },
  vanishedOrders: {
    about: 'a third of the orders is missing from the lists, a minute at a time',
    calls: { meets: isList, odds: 0.9, strike: wrong.ordersVanish },
  },
  repeatedAnswers: {
    about: 'an older answer to the same request, and nothing is carried out',
    calls: { meets: isOfOrders, odds: 0.4, strike: wrong.answeredAsBefore },
  },
  deliveredTwice: {
    about: 'a proxy repeats a write a moment later',
    calls: { meets: isOrderWrite, odds: 0.5, strike: onTheWay.arrivesTwice },
  },
  swappedAnswers: {
    about: 'carried out, and answered with what another call was answered',
    calls: { meets: isOfOrders, odds: 0.3, strike: wrong.answeredAsAnother },
  },
  falseOk: {
    about: '200 with a well-formed body, and nothing was done',
    calls: { meets: isOrderWrite, odds: 0.3, strike: wrong.saysYes },
  },
  lostAnswers: {
    about: 'carried out, and the answer is lost',
    calls: { meets: anyCall, odds: 0.3, strike: onTheWay.answerLost },
  },
  lostRequests: {
    about: 'never arrives, and nobody says so',
    calls: { meets: anyCall, odds: 0.3, strike: onTheWay.requestLost },
  },
  cutNetwork: {
    about: 'the network is cut, for up to a minute and a half',
    happens: { every: seconds(20, 150), happening: networkCut },
  },
  http429: {
    about: '429, with and without Retry-After',
    calls: { meets: anyCall, odds: 0.35, strike: onTheWay.turnedAway },
  },
  http404: {
    about: 'a page with 404 in the place of the answer',
    calls: { meets: isOfOrders, odds: 0.35, strike: onTheWay.notFound },
  },
  htmlPages: {
    about: 'a captive portal’s page with 200',
    calls: { meets: anyCall, odds: 0.35, strike: onTheWay.signInPage },
  },
  tokensExpire: {
    about: 'access tokens end early',
    happens: { every: seconds(20, 120), happening: tokensEnd },
  },
  refreshLost: {
    about: 'access tokens end early, and the answer to their renewal is lost',
    calls: { meets: isRefresh, odds: 0.5, strike: onTheWay.answerLost },
    happens: { every: seconds(30, 180), happening: tokensEnd },
  },
  oldDatabase: {
    about: 'the database is put back to some seconds ago at a restart, the anchor is not',
    happens: { every: seconds(100, 300), happening: olderDatabase },
  },
  twoDesks: { about: 'a second desk on the same orders', desks: 2 },
  shopChanges: {
    about: 'the shop cancels, readdresses, holds, splits and ships elsewhere, also within seconds of a seal',
    happens: { every: seconds(20, 120), happening: shopChanges },
    shopAtSeal: 0.3,
  },
  parcelChanges: {
    about: 'the shop changes waybills of parcels on their way, and takes parts of them back',
    happens: { every: seconds(60, 240), happening: parcelChanges },
  },
  clock: {
    about: 'the desk’s clock is set, by seconds to years; now and then the store’s',
    happens: { every: seconds(15, 120), happening: clockSet },
  },
  kills: {
    about: 'the process dies, at any await and at the named points',
    happens: { every: seconds(30, 150), happening: processDies },
  },
  manyOrders: {
    about: 'hundreds of orders, and a backlog from outages of minutes',
    orders: 260,
    happens: { every: seconds(120, 400), happening: longOutage },
  },
} satisfies Record<string, Kind>

export type KindName = keyof typeof kinds

/** Several of them at once, other ones with every seed. */
export const mixed = 'mixed'
export type Ordeal = KindName | typeof mixed

export const kindNames = Object.keys(kinds).filter((name): name is KindName => name in kinds)
export const ordeals: readonly Ordeal[] = [...kindNames, mixed]

export const kindOf = (name: KindName): Kind => kinds[name]
