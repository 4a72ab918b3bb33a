'use client'

import {
  CopyToClipboard,
  FieldDescription,
  TextField,
  useDocumentInfo,
  useField,
  useFormFields,
} from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { useEffect, useRef } from 'react'
import { slugify } from '@/src/platform/slugify'
import { siteAddress } from './siteAddress'

interface SlugInputProps {
  /** The field that the slug is made from. */
  source?: string
  /** The address, with `…` where the slug goes. */
  address?: string
}

/**
 * The slug and the address it makes. It follows its source until the document is published or somebody types
 * another one; emptied, it is made anew when the document is saved, and numbered where it is taken.
 */
export const SlugInput: TextFieldClientComponent = (props) => {
  const { source = 'title', address = '/…' } = props as SlugInputProps
  const { value, setValue } = useField<string>({ path: props.path })
  const text = useFormFields(([fields]) => fields[source]?.value) as string | undefined
  const locale = useFormFields(([fields]) => fields.locale?.value) as string | undefined
  const { hasPublishedDoc } = useDocumentInfo()
  const derived = slugify(text ?? '')
  useFollowSource({ value, derived, isFree: !hasPublishedDoc, clear: () => setValue('') })
  const slug = value || derived
  const shown = slug ? siteAddress(address, slug, locale) : null
  const isDerived = !value || value === derived
  return (
    <div className="mh-slug">
      <TextField
        {...props}
        field={{ ...props.field, admin: { ...props.field.admin, placeholder: derived } }}
      />
      <div className="mh-slug__address">
        {shown ? <code>{shown}</code> : <span>The address is made from the {source}.</span>}
        {shown ? <CopyToClipboard value={shown} /> : null}
      </div>
      {isDerived || props.readOnly ? null : (
        <button className="mh-link-button" onClick={() => setValue(derived)} type="button">
          Make it from the {source}
        </button>
      )}
      {hasPublishedDoc ? (
        <FieldDescription
          description="Readers of the old address are led to the new one."
          path={props.path}
        />
      ) : null}
    </div>
  )
}

interface FollowArgs {
  value: string | null | undefined
  derived: string
  isFree: boolean
  clear: () => void
}

/** The address of a title that is still being written would stay at its first letters. */
function useFollowSource({ value, derived, isFree, clear }: FollowArgs) {
  const before = useRef(derived)
  useEffect(() => {
    const was = before.current
    if (was === derived) return
    before.current = derived
    if (isFree && value && withoutNumber(value) === withoutNumber(was)) clear()
  }, [value, derived, isFree, clear])
}

/** A slug that was taken has got a number. */
function withoutNumber(slug: string): string {
  return slug.replace(/-\d+$/, '')
}
