/** Marks what came with the demo, in `source.importer`, so that it can be removed again. */
export const demoImporter = 'demo'
