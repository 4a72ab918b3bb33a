'use client'

import { Button, useConfig, useListQuery } from '@payloadcms/ui'
import { tableSearch } from './tableSearch'

/** What the list shows, all of its pages, as a file. */
export function DownloadTable() {
  const { config } = useConfig()
  const { query, data } = useListQuery()
  if (!data?.totalDocs) return null
  return (
    <Button
      buttonStyle="secondary"
      className="mh-download"
      el="anchor"
      margin={false}
      size="small"
      url={`${config.routes.api}/subscribers/table${tableSearch(query)}`}
    >
      Download {data.totalDocs === 1 ? 'this one' : `these ${data.totalDocs.toLocaleString('en')}`} as CSV
    </Button>
  )
}
