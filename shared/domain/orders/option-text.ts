import type { Product } from './order.ts'

/** "색상: 검정 / 크기: L"; '' where the product has no options. */
export const optionText = ({ options }: Pick<Product, 'options'>): string =>
  options.map(({ name, value }) => (name === '' ? value : `${name}: ${value}`)).join(' / ')
