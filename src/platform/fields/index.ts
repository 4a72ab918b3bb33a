export * from './locale'
export * from './owner'
export * from './seo'
export * from './slug'
