import { cva } from 'class-variance-authority'

/** The look of a button, for `<button>` and for links that act as one. */
export const buttonStyles = cva(
  'inline-flex items-center justify-center gap-2 rounded-md font-sans font-semibold no-underline transition-colors',
  {
    variants: {
      variant: {
        primary: 'bg-ink text-paper hover:bg-accent-ground hover:text-accent-ink',
        accent: 'bg-accent-ground text-accent-ink hover:bg-ink hover:text-paper',
        outline: 'border border-rule-strong text-ink hover:bg-ink hover:text-paper',
        quiet: 'text-ink-soft hover:bg-paper-sunk hover:text-ink',
      },
      size: {
        sm: 'min-h-9 px-3 text-xs',
        md: 'min-h-11 px-5 text-sm',
        icon: 'size-10',
      },
    },
    defaultVariants: { variant: 'primary', size: 'md' },
  },
)
