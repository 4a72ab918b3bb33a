import type { VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'
import { buttonStyles } from './buttonStyles'
import { cn } from './cn'

type ButtonProps = ComponentProps<'button'> & VariantProps<typeof buttonStyles>

export function Button({ variant, size, className, type = 'button', ...props }: ButtonProps) {
  return <button type={type} className={cn(buttonStyles({ variant, size }), className)} {...props} />
}
