/**
 * The order number in a code that could name an order (`202410104747676`, its section `…-S1`, its item `…-001`);
 * null for anything else. imweb's numbers begin with the day of the order.
 */
export function orderNumberIn(code: string): string | null {
  return /^(20\d{11,14})(-S?\d+)?$/i.exec(code)?.[1] ?? null
}
