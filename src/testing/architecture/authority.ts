import ts from 'typescript'
import type { SourceFile } from './sources'

/** Calls of the Local API that read or write documents: without `overrideAccess` Payload lets everything through. */
const guarded = new Set([
  'find',
  'findByID',
  'findDistinct',
  'findGlobal',
  'findGlobalVersions',
  'findVersions',
  'findVersionByID',
  'count',
  'countVersions',
  'create',
  'duplicate',
  'update',
  'updateGlobal',
  'delete',
  'restoreVersion',
  'restoreGlobalVersion',
])

/** Places (`file:line`) where such a call neither spreads an authority nor names `overrideAccess`. */
export function localCallsWithoutAuthority({ path, tree }: SourceFile): string[] {
  const places: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isLocalCall(node) && !statesAuthority(node, tree)) {
      places.push(`${path}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return places
}

/** `payload.find({ … })`, `req.payload.create({ … })`: the receiver is called payload and the argument is an object. */
function isLocalCall({ expression }: ts.CallExpression): boolean {
  if (!ts.isPropertyAccessExpression(expression) || !guarded.has(expression.name.text)) return false
  const receiver = expression.expression
  const name = ts.isPropertyAccessExpression(receiver) ? receiver.name.text : receiver.getText()
  return name === 'payload'
}

function statesAuthority({ arguments: [argument] }: ts.CallExpression, tree: ts.SourceFile): boolean {
  if (!argument) return false
  if (ts.isIdentifier(argument)) return variableStates(argument.text, tree)
  if (!ts.isObjectLiteralExpression(argument)) return false
  return argument.properties.some((property) => {
    if (ts.isSpreadAssignment(property)) return isAuthority(property.expression, tree)
    return property.name?.getText() === 'overrideAccess'
  })
}

/** `...asUser(req)`, `...asSystem(req)`, or what a variable or a function of the file gives. */
function isAuthority(expression: ts.Expression, tree: ts.SourceFile): boolean {
  if (ts.isCallExpression(expression)) {
    const called = expression.expression.getText()
    return /^as(User|System)$/.test(called) || variableStates(called, tree)
  }
  return ts.isIdentifier(expression) && variableStates(expression.text, tree)
}

/** Looks at the declarations and parameters of that name in the file. */
function variableStates(name: string, tree: ts.SourceFile): boolean {
  let found = false
  const visit = (node: ts.Node): void => {
    const declares = ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isFunctionDeclaration(node)
    const isNamed = declares && node.name?.getText() === name
    if (isNamed) found ||= /asUser|asSystem|overrideAccess/.test(node.getText())
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}
