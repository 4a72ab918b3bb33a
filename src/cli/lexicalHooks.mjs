/**
 * Lexical's modules for Node each wait (top-level await) for another module of their package, and on a busy machine
 * Node 20 sometimes waits for ever when many are loaded at once. Their production files wait for nothing.
 * A process started without run.mjs gets the same by `node --conditions=production`.
 */
export function resolve(specifier, context, next) {
  if (!/^(lexical|@lexical\/)/.test(specifier)) return next(specifier, context)
  return next(specifier, { ...context, conditions: ['production', ...context.conditions] })
}
