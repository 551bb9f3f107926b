/** What goes of a product now; a supplier's goods may tell their lot. */
export interface Sending {
  quantity: string
  lotCode: string
  expiresOn: string | null
}

const AMOUNT = /^\d{1,9}(\.\d{1,3})?$/

/** Whether what was typed is a quantity from nothing to the most there can be. */
export function isAmount(typed: string | undefined, most: string): boolean {
  const text = typed?.trim() ?? ''
  return AMOUNT.test(text) && Number(text) <= Number(most)
}

/** The lines whose quantity was typed otherwise than it was, as the server takes them. */
export const changedFrom = <Line extends { productId: string }>(
  lines: readonly Line[],
  was: (line: Line) => string,
  typed: Readonly<Record<string, string>>,
): { productId: string; quantity: string }[] =>
  lines.flatMap((line) => {
    const quantity = typed[line.productId]?.trim()
    return quantity === undefined || Number(quantity) === Number(was(line))
      ? []
      : [{ productId: line.productId, quantity }]
  })
