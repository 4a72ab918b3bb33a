'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useEffect, useState } from 'react'
import { buttonStyles } from './buttonStyles'
import { themeKey } from './themeScript'

const themes = ['system', 'light', 'dark'] as const
type Theme = (typeof themes)[number]

const icons = { system: Monitor, light: Sun, dark: Moon }

/** Goes from the system's theme to light, to dark and back. Without JavaScript the system's theme holds. */
export function ThemeToggle() {
  const [theme, setTheme] = useState<Theme>()
  useEffect(() => setTheme(storedTheme()), [])
  const shown = theme ?? 'system'
  const next = themes[(themes.indexOf(shown) + 1) % themes.length] ?? 'system'
  const Icon = icons[shown]
  return (
    <button
      type="button"
      className={buttonStyles({ variant: 'quiet', size: 'icon' })}
      style={theme ? undefined : { visibility: 'hidden' }}
      aria-label={`Theme: ${shown}. Change to ${next}`}
      title={`Theme: ${shown}`}
      onClick={() => {
        applyTheme(next)
        setTheme(next)
      }}
    >
      <Icon size={18} aria-hidden="true" />
    </button>
  )
}

function storedTheme(): Theme {
  const chosen = document.documentElement.dataset.theme
  return themes.find((theme) => theme === chosen) ?? 'system'
}

function applyTheme(theme: Theme): void {
  const root = document.documentElement
  if (theme === 'system') delete root.dataset.theme
  else root.dataset.theme = theme
  try {
    localStorage.setItem(themeKey, theme)
  } catch {
    // A browser that refuses storage keeps the choice for this page.
  }
}
