import sharp from 'sharp'

/** One thread a picture and nothing kept: several are drawn at once, and their pixels are not asked for twice. */
sharp.cache(false)
sharp.concurrency(1)

export { sharp }
