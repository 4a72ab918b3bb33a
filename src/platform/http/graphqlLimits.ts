import {
  type ASTVisitor,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type ValidationRule,
} from 'graphql'

/** Levels of fields in one query, and fields at its top: aliases would repeat an expensive one at will. */
const maxDepth = 10
const maxRootFields = 20

/** Limits that complexity does not know. Fragments count where they are spread, so they cannot hide depth. */
export const graphqlLimits: ValidationRule = (context): ASTVisitor => ({
  OperationDefinition(operation) {
    const fragments = new Map(
      context
        .getDocument()
        .definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
        .map((fragment) => [fragment.name.value, fragment.selectionSet]),
    )
    const measured = measure(operation.selectionSet, fragments, new Map())
    if (measured.depth > maxDepth)
      context.reportError(tooMuch(`nests deeper than ${maxDepth} levels`, operation))
    if (measured.fields > maxRootFields) {
      context.reportError(tooMuch(`asks for more than ${maxRootFields} things at once`, operation))
    }
  },
})

type Selections = OperationDefinitionNode['selectionSet']

interface Size {
  depth: number
  fields: number
}

/** `known` keeps the size of each fragment: it is measured once, and a fragment inside itself counts nothing. */
function measure(
  { selections }: Selections,
  fragments: Map<string, Selections>,
  known: Map<string, Size>,
): Size {
  const parts = selections.map((selection): Size => {
    switch (selection.kind) {
      case Kind.FIELD: {
        const isIntrospection = selection.name.value.startsWith('__')
        const inner = isIntrospection ? undefined : selection.selectionSet
        return { depth: 1 + (inner ? measure(inner, fragments, known).depth : 0), fields: 1 }
      }
      case Kind.INLINE_FRAGMENT:
        return measure(selection.selectionSet, fragments, known)
      case Kind.FRAGMENT_SPREAD:
        return measureFragment(selection.name.value, fragments, known)
      default:
        return selection satisfies never
    }
  })
  return {
    depth: Math.max(0, ...parts.map(({ depth }) => depth)),
    fields: parts.reduce((sum, { fields }) => sum + fields, 0),
  }
}

function measureFragment(name: string, fragments: Map<string, Selections>, known: Map<string, Size>): Size {
  const seen = known.get(name)
  if (seen) return seen
  known.set(name, { depth: 0, fields: 0 })
  const fragment = fragments.get(name)
  const size = fragment ? measure(fragment, fragments, known) : { depth: 0, fields: 0 }
  known.set(name, size)
  return size
}

function tooMuch(what: string, node: OperationDefinitionNode): GraphQLError {
  return new GraphQLError(`The query ${what}.`, { nodes: node, extensions: { code: 'QUERY_TOO_LARGE' } })
}
