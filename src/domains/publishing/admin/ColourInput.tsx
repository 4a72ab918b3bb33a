'use client'

import { FieldDescription, FieldLabel, TextInput, useField } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'

/** A colour, picked with the browser's own picker or typed. */
export const ColourInput: TextFieldClientComponent = ({ field, path, readOnly }) => {
  const { value, setValue, showError, errorMessage } = useField<string>({ path })
  return (
    <div className="field-type mh-colour">
      <FieldLabel label={field.label} path={path} />
      <div className="mh-colour__row">
        <input
          aria-label="Pick a colour"
          className="mh-colour__picker"
          disabled={readOnly}
          onChange={(event) => setValue(event.target.value)}
          type="color"
          value={/^#[0-9a-f]{6}$/i.test(value ?? '') ? value : '#808080'}
        />
        <TextInput
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => setValue(event.target.value)}
          path={path}
          placeholder="#1d4ed8"
          readOnly={readOnly}
          showError={showError}
          Error={showError ? <span className="mh-colour__error">{errorMessage}</span> : undefined}
          value={value ?? ''}
        />
      </div>
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}
