/** Drawings of 20 × 20 for the editor's menus, in a grey that both themes carry. */
const drawings = {
  code: '<path d="m7 6-4 4 4 4m6-8 4 4-4 4"/>',
  callout: '<path d="M3 4h14v9H9l-4 3v-3H3z"/><path d="M10 7v2.5m0 1.5v.1"/>',
  gallery: '<path d="M3 6h11v10H3zM6 6V3.5h11V13h-3"/><path d="m3 13 3-3 3 3 2-2 3 3"/>',
  embed: '<path d="M3 4.5h14v11H3z"/><path d="m8.5 7.5 4 2.5-4 2.5z"/>',
  price: '<path d="m3 14 4-5 3 3 6-8m0 0h-4m4 0v4"/>',
  newsletter: '<path d="M3 5h14v10H3z"/><path d="m3 6 7 5 7-5"/>',
  paywall: '<path d="M5 9h10v7H5zM7 9V6.5a3 3 0 0 1 6 0V9"/>',
  footnote: '<path d="M3 5h8M3 9h8M3 13h5M14.5 5.5 16 4.5V10"/>',
  anchor: '<path d="M8 3 6.5 17M13.5 3 12 17M3.5 7.5h13m-13 5h13"/>',
  hero: '<path d="M3 4h14v12H3z"/><path d="M6 8h8m-6 3h4"/>',
  text: '<path d="M4 5h12M4 9h12M4 13h7"/>',
  features: '<path d="M3 3.5h6v6H3zm8 0h6v6h-6zm-8 8h6v5H3zm8 0h6v5h-6z"/>',
  pricing: '<path d="M10 3v14m3.5-11.5H8.3a2.2 2.2 0 0 0 0 4.4h3.4a2.2 2.2 0 0 1 0 4.5H6"/>',
  action: '<path d="M3 7h14v6H3zm8 3h3m-1.5-1.5L14 10l-1.5 1.5"/>',
  contact: '<path d="M4 3h12v14H4z"/><path d="M7 7h6M7 10h6m-6 3h3"/>',
}

/** An address that carries the drawing itself. */
export function blockIcon(name: keyof typeof drawings): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" fill="none" stroke="#8b8f98" stroke-width="1.4" stroke-linejoin="round" stroke-linecap="round">${drawings[name]}</svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
