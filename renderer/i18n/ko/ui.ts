/** What the primitives say of themselves, wherever they are used. */
export const ui = {
  'dialog.close': '닫기',
  'number.range': '{{min}}부터 {{max}}까지의 수를 입력하세요.',
  'place.filters': '골라 보기',
  'place.loading': '불러오는 중이에요.',
  'place.more_other': '{{count}}건 더 보기',
} as const
