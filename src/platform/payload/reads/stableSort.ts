/** An order that ends in the id: documents of one moment would change places from page to page. */
export function stableSort(sort: string | string[] | undefined): string[] {
  const fields = [sort ?? '-createdAt'].flat()
  const hasCreation = fields.some((field) => /^-?createdAt$/.test(field))
  const whole = hasCreation ? fields : [...fields, '-createdAt']
  return whole.some((field) => /^-?id$/.test(field)) ? whole : [...whole, '-id']
}
