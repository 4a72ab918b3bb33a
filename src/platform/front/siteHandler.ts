/** Next as strangers meet it: its own names are addresses like any other, and its failures have our shape. */
import type { IncomingMessage } from 'node:http'
import type { Handler } from './createFront'
import { refusals, refuse } from './refusals'
import { refuseUnreadableAction } from './refuseUnreadableAction'
import { sayWithoutScripts } from './sayWithoutScripts'
import { settleFailures, unknownActionHeader } from './settleFailures'

/** What a build has below it is a file and sent before; what else development has there, it answers itself. */
const machinePath = /^\/_next([/?]|$)/

/** Paths for which Next has an unstyled page of its own. */
const ownPages = /^\/(404|500|_app|_document|_error|_global-error|_not-found)(?=\?|$)/

/** A path that Next takes for a page's data, whoever asks and whatever for. */
const dataSuffix = /\.rsc(?=\?|$)/

const unknownAction = { [unknownActionHeader]: '1' }

export function siteHandler(next: Handler, { isDev }: { isDev: boolean }): Handler {
  return (request, response) => {
    if (!isDev && machinePath.test(request.url ?? ''))
      return refuse(response, refusals.noFile, { connection: 'keep-alive' })
    const refusal = refuseUnreadableAction(request)
    if (refusal) return refuse(response, refusal, refusal === refusals.unknownAction ? unknownAction : {})
    request.url = asAddress(request)
    sayWithoutScripts(response)
    settleFailures(request, response)
    return next(request, response)
  }
}

/** Encoded, the name means the same and Next knows it no more. */
function asAddress({ url = '/' }: IncomingMessage): string {
  const mark = url.indexOf('?')
  const path = mark < 0 ? url : url.slice(0, mark)
  const query = mark < 0 ? '' : url.slice(mark)
  return (
    path.replace(ownPages, (name) => `/${encodeAll(name.slice(1))}`).replace(dataSuffix, '%2Ersc') + query
  )
}

function encodeAll(name: string): string {
  return [...Buffer.from(name)].map((byte) => `%${byte.toString(16).toUpperCase()}`).join('')
}
