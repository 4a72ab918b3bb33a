import type { Media } from '@/payload-types'
import { cn } from '@/src/components/cn'
import { MediaPicture } from './MediaPicture'

const dimensions = { sm: 'size-10 text-sm', lg: 'size-16 text-xl', xl: 'size-28 text-3xl sm:size-36' }

interface AvatarProps {
  picture: Media | null
  name: string
  size?: keyof typeof dimensions
}

/** A person's picture, or the first letter of their name. */
export function Avatar({ picture, name, size = 'sm' }: AvatarProps) {
  const frame = cn('shrink-0 overflow-hidden rounded-full bg-paper-sunk', dimensions[size])
  if (!picture) {
    return (
      <span
        aria-hidden="true"
        className={cn(frame, 'headline flex items-center justify-center text-ink-soft')}
      >
        {[...name][0]?.toUpperCase()}
      </span>
    )
  }
  return (
    <span className={frame}>
      <MediaPicture media={picture} sizes="144px" isDecorative className="size-full object-cover" />
    </span>
  )
}
