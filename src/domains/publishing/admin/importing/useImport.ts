import { useConfig } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { askApi } from '@/src/platform/admin/askApi'
import type { ImportIssue, ImportProgress, ImportReport } from '../../importing'
import type { ImportAct } from '../../importing/runs/schemas'
import { type ImportState, isRunning } from '../../importing/runs/states'
import type { Undone } from '../../importing/runs/undoRun'

export type Report = ImportReport & { issueCount: number; issues: ImportIssue[] }

export type Import = {
  id: string
  name: string
  state: ImportState
  progress?: ImportProgress | null
  check?: Report | null
  report?: Report | null
  undo?: Undone | null
  error?: string | null
  startedAt?: string | null
  finishedAt?: string | null
}

const pollMs = 1000

/** The import as it stands, asked again each second while something is under way. */
export function useImport(id: string | number | undefined) {
  const { config } = useConfig()
  const path = `${config.routes.api}/imports/${id}`
  const [found, setFound] = useState<Import | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const reload = useCallback(async () => {
    if (!id) return
    setFound(await askApi<Import>(`${path}?depth=0`))
  }, [id, path])
  const isBusy = found !== null && isRunning(found.state)
  useEffect(() => {
    const ask = () => void reload().catch(({ message }: Error) => setRefusal(message))
    ask()
    if (!isBusy) return
    const timer = setInterval(ask, pollMs)
    return () => clearInterval(timer)
  }, [reload, isBusy])
  const start = async (act: ImportAct) => {
    setRefusal(null)
    try {
      await askApi(`${path}/runs`, { method: 'POST', body: { act } })
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error))
    }
    await reload().catch(({ message }: Error) => setRefusal(message))
  }
  return { found, isBusy, refusal, start }
}
