/** Lines for the person at the terminal; logs go elsewhere. */
import { styleText } from 'node:util'

type Style = Parameters<typeof styleText>[0]

const hasColour = Boolean(process.stdout.isTTY && process.stdout.hasColors())

export const paint = (style: Style, text: string) => (hasColour ? styleText(style, text) : text)

export const say = {
  line: (text = '') => console.log(text),
  success: (text: string) => console.log(`${paint('green', '✔')} ${text}`),
  warning: (text: string) => console.log(`${paint('yellow', '!')} ${text}`),
  failure: (text: string) => console.error(`\n${paint('red', '✖')} ${text}`),
  quiet: (text: string) => console.log(paint('dim', text)),
}

/** 1234 → "1.2 s", 65000 → "1 min 5 s". */
export function duration(ms: number): string {
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`
}
