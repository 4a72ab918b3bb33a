'use client'

import { GridViewIcon, ListViewIcon, usePreferences } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

const preference = 'media-view'
type View = 'grid' | 'list'

/** Pictures are found by looking: the list can show them as a wall. The choice is kept for each user. */
export function GridToggle() {
  const { getPreference, setPreference } = usePreferences()
  const [view, setView] = useState<View>('grid')
  useEffect(() => {
    void getPreference<{ view?: View }>(preference).then((kept) => kept?.view && setView(kept.view))
  }, [getPreference])
  const choose = (next: View) => {
    setView(next)
    void setPreference(preference, { view: next })
  }
  return (
    <div className={`mh-media-view mh-media-view--${view}`}>
      <button
        aria-label="As a wall of pictures"
        aria-pressed={view === 'grid'}
        onClick={() => choose('grid')}
        type="button"
      >
        <GridViewIcon />
      </button>
      <button
        aria-label="As a list"
        aria-pressed={view === 'list'}
        onClick={() => choose('list')}
        type="button"
      >
        <ListViewIcon />
      </button>
    </div>
  )
}
