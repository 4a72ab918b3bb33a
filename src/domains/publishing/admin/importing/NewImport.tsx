'use client'

import { useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { askApi, readAnswer } from '@/src/platform/admin/askApi'
import { kinds } from './importWords'

type Kind = (typeof kinds)[number]['value']

/** Uploads what another system exported and has it looked through; nothing is imported before somebody says so. */
export function NewImport() {
  const { config } = useConfig()
  const router = useRouter()
  const id = useId()
  const [kind, setKind] = useState<Kind>('wordpress')
  const [step, setStep] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const chosen = kinds.find(({ value }) => value === kind) ?? kinds[0]
  const { api, admin } = config.routes
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const file = form.get('file')
    if (!(file instanceof File) || file.size === 0) return setRefusal('Choose the file first.')
    setRefusal(null)
    try {
      setStep(`Uploading ${file.name} …`)
      const uploaded = await upload(`${api}/files`, file)
      setStep('Starting to look through it …')
      const siteUrl = String(form.get('siteUrl') ?? '').trim()
      const options = {
        status: form.get('status'),
        overwrite: form.get('overwrite') === 'on',
        ...(siteUrl ? { siteUrl } : {}),
      }
      const { doc } = await askApi<{ doc: { id: string } }>(`${api}/imports?depth=0`, {
        method: 'POST',
        body: { name: file.name, kind, file: uploaded, options },
      })
      await askApi(`${api}/imports/${doc.id}/runs`, { method: 'POST', body: { act: 'check' } })
      router.push(`${admin}/collections/imports/${doc.id}`)
    } catch (error) {
      setStep(null)
      setRefusal(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <form aria-label="New import" className="mh-import" onSubmit={(event) => void submit(event)}>
      <h2 className="mh-import__title">Bring content in</h2>
      <p className="mh-import__hint">
        It is looked through first: you see what would come, and nothing changes until you start the import.
      </p>
      <div className="mh-import__fields">
        <label htmlFor={`${id}-kind`}>
          From
          <select id={`${id}-kind`} onChange={(event) => setKind(event.target.value as Kind)} value={kind}>
            {kinds.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label htmlFor={`${id}-file`}>
          File
          <input accept={chosen.accept} id={`${id}-file`} name="file" type="file" />
        </label>
        {kind === 'json' ? null : (
          <>
            <label htmlFor={`${id}-status`}>
              Publish
              <select defaultValue="source" id={`${id}-status`} name="status">
                <option value="source">what was published there</option>
                <option value="draft">nothing: everything as drafts</option>
                <option value="publish">everything, drafts too</option>
              </select>
            </label>
            <label htmlFor={`${id}-site`}>
              <span>
                Address of the former site <span className="mh-import__hint">optional</span>
              </span>
              <input id={`${id}-site`} name="siteUrl" placeholder="https://…" type="url" />
            </label>
          </>
        )}
        <label className="mh-import__check" htmlFor={`${id}-overwrite`}>
          <input id={`${id}-overwrite`} name="overwrite" type="checkbox" />
          Replace what was edited here since an earlier import
        </label>
      </div>
      <p className="mh-import__hint">
        {chosen.hint} Files too large for a browser are imported on the command line.
      </p>
      {refusal ? (
        <p className="mh-import__refusal" role="alert">
          {refusal}
        </p>
      ) : null}
      {step ? <p role="status">{step}</p> : null}
      <button className="mh-import__button" disabled={step !== null} type="submit">
        Upload and look through it
      </button>
    </form>
  )
}

/** A private file that belongs to whoever uploads it. */
async function upload(path: string, file: File): Promise<string> {
  const body = new FormData()
  body.append('_payload', JSON.stringify({ purpose: `import: ${file.name}`.slice(0, 120) }))
  body.append('file', file)
  const sending = fetch(`${path}?depth=0`, { method: 'POST', credentials: 'same-origin', body })
  return (await readAnswer<{ doc: { id: string } }>(sending)).doc.id
}
