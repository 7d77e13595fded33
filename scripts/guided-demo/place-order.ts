/** Someone buys at a demo store: `order` as its control API takes it, with what that does not say made up. */
export async function placeOrder(
  storeUrl: string,
  controlSecret: string,
  order: { orderNo: number } & Record<string, unknown>,
): Promise<void> {
  const answer = await fetch(`${storeUrl}/__control/orders`, {
    method: 'POST',
    headers: { 'x-control-secret': controlSecret, 'content-type': 'application/json' },
    body: JSON.stringify(order),
  })
  if (!answer.ok) throw new Error(`the shop took no order: ${await answer.text()}`)
}
