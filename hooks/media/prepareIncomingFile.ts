import type { CollectionBeforeOperationHook } from 'payload'
import { type PreparedUpload, prepareUpload, refuseKnownFile } from '@/src/domains/media'
import { cleanLine } from '@/src/platform/cleanText'

/** Cleans and names an upload before Payload looks at it; `storeMedia` has done so already. */
export const prepareIncomingFile: CollectionBeforeOperationHook<'media'> = async ({
  args,
  operation,
  req,
}) => {
  if (operation !== 'create' && operation !== 'update' && operation !== 'updateByID') return args
  if (!req.file) return takeFocalPoint(args, req.query)
  const known = req.context.preparedUpload as PreparedUpload | undefined
  const upload = known ?? (await prepareUpload(cleanLine(req.file.name), req.file.data))
  if (!known) await refuseKnownFile(req, upload)
  const { data, filename, mimeType } = upload
  req.file = { ...req.file, name: filename, data, mimetype: mimeType, size: data.length }
  req.context.preparedUpload = upload
  return args
}

/** Payload would fetch and store the file anew to move its focal point; only the two numbers change. */
function takeFocalPoint<Args extends { data?: object }>(args: Args, query: Record<string, unknown>): Args {
  const edits = query?.uploadEdits as { focalPoint?: { x: number; y: number } } | undefined
  if (!edits) return args
  delete query.uploadEdits
  if (!edits.focalPoint) return args
  return { ...args, data: { ...args.data, focalX: edits.focalPoint.x, focalY: edits.focalPoint.y } }
}
