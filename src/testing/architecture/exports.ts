import ts from 'typescript'
import type { SourceFile } from './sources'

/**
 * The one thing a file is for: its only exported value, or its default export. Files of several values or of types
 * alone have none that is obvious.
 */
export function mainExportOf({ tree }: SourceFile): string | undefined {
  const values = tree.statements.flatMap(exportedValues)
  return values.length === 1 ? values[0] : undefined
}

function exportedValues(statement: ts.Statement): string[] {
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : []
  if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return []
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText())
  }
  const isNamed = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)
  return isNamed && statement.name ? [statement.name.text] : []
}
