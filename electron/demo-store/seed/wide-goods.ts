import type { Good } from './good.ts'

const makers = ['감귤마당', '들녘식품', '한지공방', '솔바람', '물안개', '오름상회', '새벽장터', '달빛살림']

interface Range {
  readonly name: string
  /** Won. */
  readonly price: number
  /** kg */
  readonly weight: number
  readonly option: string
  readonly values: readonly string[]
}

const ranges: readonly Range[] = [
  { name: '유기농 현미', price: 12_000, weight: 1, option: '용량', values: ['1kg', '2kg', '5kg', '10kg'] },
  { name: '국산 서리태', price: 9_800, weight: 0.5, option: '용량', values: ['500g', '1kg'] },
  { name: '손질 멸치', price: 16_500, weight: 0.3, option: '크기', values: ['볶음용', '국물용'] },
  {
    name: '수제 양갱',
    price: 7_500,
    weight: 0.2,
    option: '맛',
    values: ['팥', '밤', '녹차', '단호박', '흑임자'],
  },
  { name: '쌀 과자', price: 3_200, weight: 0.1, option: '맛', values: ['담백', '김', '고구마', '시금치'] },
  { name: '오미자청', price: 19_000, weight: 0.8, option: '용량', values: ['500ml', '1L'] },
  {
    name: '드립백 커피',
    price: 11_000,
    weight: 0.15,
    option: '원두',
    values: ['고소한', '산뜻한', '디카페인'],
  },
  { name: '면 파자마', price: 39_000, weight: 0.5, option: '사이즈', values: ['S', 'M', 'L', 'XL'] },
  { name: '리넨 앞치마', price: 27_000, weight: 0.3, option: '색상', values: ['베이지', '차콜', '올리브'] },
  {
    name: '순면 양말',
    price: 4_900,
    weight: 0.06,
    option: '색상',
    values: ['흰색', '검정', '회색', '남색', '밤색'],
  },
  { name: '유리 밀폐용기', price: 8_900, weight: 0.6, option: '용량', values: ['400ml', '800ml', '1.5L'] },
  { name: '옻칠 수저 세트', price: 24_000, weight: 0.12, option: '구성', values: ['1인', '2인', '4인'] },
  { name: '샴푸바', price: 9_500, weight: 0.1, option: '두피', values: ['지성', '건성', '민감성'] },
  {
    name: '핸드크림',
    price: 6_900,
    weight: 0.07,
    option: '향',
    values: ['무화과', '백단', '비누향', '무향'],
  },
  {
    name: '반려견 간식',
    price: 8_200,
    weight: 0.2,
    option: '맛',
    values: ['닭가슴살', '오리', '연어', '고구마'],
  },
  { name: '고양이 모래', price: 15_900, weight: 6, option: '입자', values: ['가는', '굵은'] },
]

/** A wide range of goods with options, the same every time, for shops larger than the demo's own. */
export const wideGoods = (): Good[] =>
  ranges.flatMap((range, r) =>
    makers.flatMap((maker, m) =>
      range.values.map((value, v): Good => {
        const prodNo = 5_000 + r * makers.length + m
        const code = `W${String(prodNo)}-${String(v + 1)}`
        return {
          key: code,
          prodNo,
          name: `${maker} ${range.name}`,
          price: range.price + m * 500 + v * 1_000,
          weight: range.weight,
          stock: 200,
          optionDetailCode: `od20240701${String(prodNo).padStart(6, '0')}${String(v).padStart(7, '0')}`,
          option: { [range.option]: value },
          maker,
          ...(m % 4 === 3 ? {} : { optionSkuNo: code }),
          ...(m % 3 === 0 ? { prodSkuNo: `W${String(prodNo)}` } : {}),
          ...(m % 4 === 3 ? { customProdCode: `OWN-${code}` } : {}),
        }
      }),
    ),
  )
